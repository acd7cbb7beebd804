import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import { sourcesOf } from '#shared/features/seminar-room/grants.ts';
import * as queries from '#shared/features/seminar-room/queries.ts';
import { answerQuery, type QueryHandler } from '../../platform/handler.ts';
import { loadSession } from '../session/public.ts';
import { identityOf } from './identity.ts';
import { type MediaRooms, MediaUnavailable } from './media-rooms.ts';
import { makePass } from './passes.ts';
import { readControls } from './room.ts';
import { seatIn } from './seat.ts';

/** The room is there before the pass is given: a media server that was started anew knows no rooms. */
export function joinSeminarRoom(
  rooms: MediaRooms,
): QueryHandler<typeof queries.joinSeminarRoom, SessionStanding> {
  return answerQuery(queries.joinSeminarRoom, loadSession, async (call) => {
    const { input, object, subject, tx } = call;
    const { sessionId } = object;
    const seat = await seatIn(tx, sessionId, subject.personId);
    if (!seat) return { status: 'not-joined' as const };
    const endpoint = rooms.endpoint();
    const media = rooms.state();
    if (!endpoint || media.status !== 'ready') return { status: 'unavailable' as const, media };
    try {
      await rooms.ensure(sessionId);
    } catch (error) {
      if (!(error instanceof MediaUnavailable)) throw error;
      return { status: 'unavailable' as const, media: { status: 'down' as const } };
    }
    const { displayName, part } = seat;
    const identity = identityOf(subject.personId, input.tab);
    const sources = sourcesOf(part, subject.personId, await readControls(tx, sessionId));
    const token = await makePass(endpoint, { sessionId, identity, displayName, part, sources });
    return { status: 'admitted' as const, token, identity, sources: [...sources] };
  });
}
