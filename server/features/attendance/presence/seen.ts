import type { RoomVisit, Seen } from '#shared/features/attendance/presence/model.ts';
import type { Visit } from '#shared/features/session/afterwards/model.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { timesInRooms } from '../../seminar-room/public.ts';
import { visitsOf } from '../../session/public.ts';

/** What the server has seen of somebody in a session. */
export type SeenOf = (sessionId: SessionId, personId: PersonId) => Seen;

/**
 * What the server has seen of people in these sessions: their seats, which breakouts leave as they are, and the seminar rooms. Of everybody,
 * or of one person alone.
 */
export async function seenIn(
  tx: Tx,
  sessionIds: readonly SessionId[],
  personId: PersonId | null,
): Promise<SeenOf> {
  const visits = new Map<string, Visit[]>();
  const rooms = new Map<string, RoomVisit[]>();
  for (const visit of await visitsOf(tx, sessionIds, personId)) add(visits, visit);
  for (const time of await timesInRooms(tx, sessionIds, personId)) add(rooms, time);
  return (session, person) => ({
    visits: visits.get(`${session} ${person}`) ?? [],
    room: rooms.get(`${session} ${person}`) ?? [],
  });
}

function add<One>(
  to: Map<string, One[]>,
  one: One & { readonly sessionId: SessionId; readonly personId: PersonId },
): void {
  const key = `${one.sessionId} ${one.personId}`;
  const before = to.get(key);
  if (before) before.push(one);
  else to.set(key, [one]);
}
