import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import { sourcesOf } from '#shared/features/seminar-room/grants.ts';
import * as queries from '#shared/features/seminar-room/queries.ts';
import { type Instant, SECOND_MS } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { answerQuery, type QueryHandler } from '../../platform/handler.ts';
import { loadSession } from '../session/public.ts';
import { identityOf } from './identity.ts';
import { type MediaRooms, MediaUnavailable } from './media-rooms.ts';
import { makeCheckPass, makePass } from './passes.ts';
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
    const controls = await readControls(tx, sessionId);
    const sources = sourcesOf(part, subject.personId, controls);
    const token = await makePass(endpoint, { sessionId, identity, displayName, part, sources });
    const closed = controls.closed !== null;
    return { status: 'admitted' as const, token, identity, sources: [...sources], closed };
  });
}

/** A try takes a second or ten; nobody needs the next one sooner. */
const CHECK_EVERY_MS = 3 * SECOND_MS;

/** A room of one's own for trying the line. Nothing of it is stored: it says something of a network, not of a person. */
export function checkMediaLine(
  rooms: MediaRooms,
): QueryHandler<typeof queries.checkMediaLine, { readonly ownerId: PersonId }> {
  const triedAt = new Map<PersonId, Instant>();
  return answerQuery(
    queries.checkMediaLine,
    async ({ subject }) => ({ ownerId: subject.personId }),
    async ({ object: { ownerId }, now }) => {
      const endpoint = rooms.endpoint();
      const media = rooms.state();
      if (!endpoint || media.status !== 'ready') return { status: 'unavailable' as const, media };
      for (const [personId, at] of triedAt)
        if (Math.abs(now - at) >= CHECK_EVERY_MS) triedAt.delete(personId);
      const before = triedAt.get(ownerId);
      if (before !== undefined)
        return { status: 'too-soon' as const, retryAfterMs: before + CHECK_EVERY_MS - now };
      triedAt.set(ownerId, now);
      try {
        await rooms.ensureCheck(ownerId);
      } catch (error) {
        if (!(error instanceof MediaUnavailable)) throw error;
        return { status: 'unavailable' as const, media: { status: 'down' as const } };
      }
      return { status: 'admitted' as const, token: await makeCheckPass(endpoint, ownerId) };
    },
  );
}
