import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { channel } from '#shared/wire/contract.ts';
import { type RoomFact, roomFact } from './facts.ts';
import { controls, mediaState } from './model.ts';
import { evolveRoom } from './rules.ts';

/** What a participant sees of the seminar room, besides the sound and the pictures themselves. */
export const seminarRoomState = z.object({
  media: mediaState,
  /** `asks` holds those that concern the one who looks. */
  controls,
  /** Who has a line to the media server, on whatever number of devices. `since` is the first of them. */
  connected: z.array(z.object({ personId: id<'person'>(), since: z.number() })),
});
export type SeminarRoomState = z.infer<typeof seminarRoomState>;

/** Its id is the session's. Let in is whoever holds a seat in the session. */
export const seminarRoomChannel = channel<SeminarRoomState, RoomFact>({
  name: 'seminar-room',
  action: 'seminar-room/enter',
  evolve: evolveRoom,
  state: seminarRoomState,
  fact: roomFact,
});
