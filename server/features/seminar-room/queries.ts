import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import { sourcesOf } from '#shared/features/seminar-room/grants.ts';
import { identityOf, voiceOf } from '#shared/features/seminar-room/identity.ts';
import * as queries from '#shared/features/seminar-room/queries.ts';
import { mayEnterBreakouts } from '#shared/features/session/breakout/policy.ts';
import { type Instant, SECOND_MS } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { answerQuery, type QueryHandler } from '../../platform/handler.ts';
import type { MediaState } from '../../platform/livekit/media-server.ts';
import type { MediaEndpoint } from '../../platform/livekit/settings.ts';
import { breakoutsOpenAmong, loadSession } from '../session/public.ts';
import { type MediaRooms, MediaUnavailable } from './media-rooms.ts';
import { makeCheckPass, makePass, VOICE } from './passes.ts';
import { isBreakout, type RoomId, roomOfSeat, sessionsOf } from './place.ts';
import { readControls } from './room.ts';
import { seatIn } from './seat.ts';

/**
 * Lets somebody into the room where they sit just now: a breakout, or with all. The room is there before the pass is given: a
 * media server that was started anew knows no rooms.
 */
export function joinSeminarRoom(
  rooms: MediaRooms,
): QueryHandler<typeof queries.joinSeminarRoom, SessionStanding> {
  return answerQuery(queries.joinSeminarRoom, loadSession, async (call) => {
    const { input, object, subject, tx, now } = call;
    const { sessionId } = object;
    const seat = await seatIn(tx, sessionId, subject.personId);
    if (!seat) return { status: 'not-joined' as const };
    const room = roomOfSeat(seat);
    const inBreakout = isBreakout(room, sessionId);
    if (inBreakout && !mayEnterBreakouts(subject, object, now))
      return { status: 'not-joined' as const };
    const ready = await readyFor(rooms, [room]);
    if (!ready.ok) return { status: 'unavailable' as const, media: ready.media };
    const { displayName, part } = seat;
    const identity = identityOf(subject.personId, input.tab);
    const controls = await readControls(tx, sessionId);
    const sources = sourcesOf(part, subject.personId, controls, inBreakout);
    const pass = { room, identity, displayName, part, sources, hears: true };
    const token = await makePass(ready.endpoint, pass);
    const closed = controls.closed !== null;
    return { status: 'admitted' as const, token, identity, sources: [...sources], closed };
  });
}

/** Lets a teacher's voice into breakouts: a pass for each, that sends sound and hears nothing. */
export function speakToBreakouts(
  rooms: MediaRooms,
): QueryHandler<typeof queries.speakToBreakouts, SessionStanding> {
  return answerQuery(queries.speakToBreakouts, loadSession, async (call) => {
    const { input, object, subject, tx } = call;
    const { sessionId } = object;
    const seat = await seatIn(tx, sessionId, subject.personId);
    if (seat?.part !== 'teacher') return { status: 'not-joined' as const };
    const breakoutIds = [...new Set(input.breakoutIds)];
    const open = await breakoutsOpenAmong(tx, breakoutIds);
    const sessionOf = await sessionsOf(tx, breakoutIds);
    if (!breakoutIds.every((one) => open.has(one) && sessionOf(one) === sessionId))
      return { status: 'not-split' as const };
    const ready = await readyFor(rooms, breakoutIds);
    if (!ready.ok) return { status: 'unavailable' as const, media: ready.media };
    const { displayName, part } = seat;
    const identity = voiceOf(subject.personId, input.tab);
    const voice = { identity, displayName, part, sources: VOICE, hears: false };
    const lines = breakoutIds.map(async (breakoutId) => ({
      breakoutId,
      token: await makePass(ready.endpoint, { ...voice, room: breakoutId }),
    }));
    const { closed } = await readControls(tx, sessionId);
    return {
      status: 'admitted' as const,
      lines: await Promise.all(lines),
      closed: closed !== null,
    };
  });
}

type Ready =
  | { readonly ok: true; readonly endpoint: MediaEndpoint }
  | { readonly ok: false; readonly media: MediaState };

/** The media server, with these rooms in it; or how it is, where it cannot be had. */
async function readyFor(rooms: MediaRooms, wanted: readonly RoomId[]): Promise<Ready> {
  const endpoint = rooms.endpoint();
  const media = rooms.state();
  if (!endpoint || media.status !== 'ready') return { ok: false, media };
  try {
    await Promise.all(wanted.map(rooms.ensure));
    return { ok: true, endpoint };
  } catch (error) {
    if (!(error instanceof MediaUnavailable)) throw error;
    return { ok: false, media: { status: 'down' } };
  }
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
