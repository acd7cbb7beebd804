import type { Clock } from '../../platform/clock.ts';
import type { Can, SubjectOf } from '../../platform/dispatch.ts';
import type { Slice } from '../../platform/handler.ts';
import type { Log } from '../../platform/log.ts';
import type { UnitOfWork } from '../../platform/unit-of-work.ts';
import type { Database } from '../../storage/database.ts';
import * as controls from './control-handlers.ts';
import { liveChannel } from './live-channel.ts';
import { type Media, makeMediaRooms } from './media-rooms.ts';
import * as moderation from './moderation-handlers.ts';
import { checkMediaLine, joinSeminarRoom, speakToBreakouts } from './queries.ts';
import { makeRoomSteward, type RoomSteward } from './steward.ts';

export { makeAdmission } from './admission.ts';
export { timesInRooms } from './intervals.ts';
export type { Media } from './media-rooms.ts';
export { forgetOldEvents, serveWebhooks, WEBHOOK_PATH } from './webhooks.ts';

/** Being seen and heard in a session, with the steward of its rooms: `start` it, and tell it what has changed. */
export type SeminarRoomSlice = Slice & { readonly steward: RoomSteward };

export function createSeminarRoomSlice(parts: {
  readonly media: Media;
  readonly database: Database;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly log: Log;
  readonly can: Can;
  readonly subjectOf: SubjectOf;
}): SeminarRoomSlice {
  const rooms = makeMediaRooms(parts.media);
  const steward = makeRoomSteward({ ...parts, rooms });
  parts.media.whenChanged(steward.mediaChanged);
  return {
    name: 'seminar-room',
    steward,
    commands: [
      moderation.muteParticipant(rooms),
      moderation.muteEveryone(rooms),
      moderation.stopSource(rooms),
      controls.askToUnmute,
      controls.answerUnmute,
      controls.lockMicrophones,
      controls.setSpotlight,
      controls.allowScreen,
      controls.closeRoom,
      controls.openRoom,
    ],
    queries: [joinSeminarRoom(rooms), speakToBreakouts(rooms), checkMediaLine(rooms)],
    channels: [liveChannel(rooms)],
  };
}
