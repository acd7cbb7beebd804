import { isVoice } from '#shared/features/seminar-room/identity.ts';
import { type Instant, SECOND_MS } from '#shared/kernel/duration.ts';
import type { BreakoutId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../storage/database.ts';
import { type Seated, sessionsOfBreakouts } from '../session/public.ts';

/** The name of a media room: a breakout's id, or that of the session where all are together. */
export type RoomId = BreakoutId | SessionId;

/** A browser that is told to go elsewhere leaves by itself within this; whoever is then still there is put out. */
export const MOVES_WITHIN_MS = 2.5 * SECOND_MS;

/** Nobody is about to leave for so long. */
const LEFT_FOR_CERTAIN_MS = 60 * SECOND_MS;

/** The room in which whoever has this seat may be seen and heard. */
export function roomOfSeat(seat: Pick<Seated, 'sessionId' | 'breakoutId'>): RoomId {
  return seat.breakoutId ?? seat.sessionId;
}

export function isBreakout(room: RoomId, sessionId: SessionId): boolean {
  return room !== sessionId;
}

/** The sessions that these rooms are of. A name that no breakout has is a session's own, or nobody's. */
export async function sessionsOf(
  tx: Tx,
  rooms: readonly RoomId[],
): Promise<(room: RoomId) => SessionId> {
  const known = rooms.length === 0 ? null : await sessionsOfBreakouts(tx, rooms as BreakoutId[]);
  return (room) => known?.get(room as BreakoutId) ?? (room as SessionId);
}

/**
 * How somebody's tab stands to the room that it is in: where its person's seat is; where it was until a moment ago, so that
 * the browser is about to leave; a teacher's voice, which is no tab; or to be put out.
 */
export type Standing = 'in-place' | 'leaving' | 'voice' | 'out';

export function standingOf(
  { room, identity }: { readonly room: RoomId; readonly identity: string },
  seat: Seated | undefined,
  open: ReadonlySet<RoomId>,
  now: Instant,
): Standing {
  if (!seat) return 'out';
  if (isVoice(identity)) return seat.part === 'teacher' && open.has(room) ? 'voice' : 'out';
  if (roomOfSeat(seat) === room) return 'in-place';
  return seat.movedAt !== null && now - seat.movedAt < MOVES_WITHIN_MS ? 'leaving' : 'out';
}

/**
 * The time that a tab has to leave a room, once: whoever goes to and fro has no more of it in the room that they left first.
 * A tab that has left for certain is forgotten.
 */
export function makeTimeToLeave(now: () => Instant) {
  const since = new Map<string, Instant>();
  return {
    within(
      { room, identity }: { readonly room: RoomId; readonly identity: string },
      stands: Standing,
    ): Standing {
      const key = `${room} ${identity}`;
      if (stands !== 'leaving') {
        since.delete(key);
        return stands;
      }
      const first = since.get(key) ?? now();
      since.set(key, first);
      return now() - first < MOVES_WITHIN_MS ? stands : 'out';
    },
    forget(): void {
      for (const [key, first] of since) if (now() - first > LEFT_FOR_CERTAIN_MS) since.delete(key);
    },
  };
}
