import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import { seminarRoomChannel } from '#shared/features/seminar-room/channel.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import type { ChannelHandler } from '../../platform/handler.ts';
import { loadSession } from '../session/public.ts';
import { audienceOf, hear, seenBy } from './audience.ts';
import type { MediaRooms } from './media-rooms.ts';
import { connectedIn, readControls } from './room.ts';
import { seatIn } from './seat.ts';

/** The seminar room's channel. Let in is whoever holds a seat in the session, as into the session's own. */
export function liveChannel(
  rooms: Pick<MediaRooms, 'state'>,
): ChannelHandler<typeof seminarRoomChannel, SessionStanding> {
  return {
    contract: seminarRoomChannel,
    load: (ask) => loadSession({ ...ask, input: { sessionId: ask.input as SessionId } }),
    admits: async ({ tx, subject, object }) =>
      (await seatIn(tx, object.sessionId, subject.personId)) !== null,
    audienceOf,
    hear,
    snapshot: async (tx, { sessionId }, audience) =>
      seenBy(
        {
          media: rooms.state(),
          controls: await readControls(tx, sessionId),
          connected: await connectedIn(tx, sessionId),
        },
        audience,
      ),
  };
}
