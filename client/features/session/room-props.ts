import type { Room } from './session-room.ts';
import type { Topics } from './topics.ts';

export type PanelName = 'to-you' | 'agenda' | 'chat' | 'people' | 'document';

/** What every part of the room stands on. */
export type RoomProps = { readonly room: Room; readonly topics: Topics };
