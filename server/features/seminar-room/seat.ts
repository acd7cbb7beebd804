import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../storage/database.ts';
import { type Seated, seatedIn } from '../session/public.ts';

/** The seat that somebody holds in a session, or null. */
export async function seatIn(
  tx: Tx,
  sessionId: SessionId,
  personId: PersonId,
): Promise<Seated | null> {
  const seated = await seatedIn(tx, [sessionId]);
  return seated.find((seat) => seat.personId === personId) ?? null;
}
