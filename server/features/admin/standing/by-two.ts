import type { Instant } from '#shared/kernel/duration.ts';
import { writeAudit } from '../../../platform/audit.ts';
import type { Tx } from '../../../storage/database.ts';
import { giveRole } from '../../identity/public.ts';
import {
  type AskedRole,
  addRequest,
  isAloneSoFar,
  lockStandings,
  noteAct,
  settleRequest,
} from './repository.ts';

/**
 * Asks that somebody becomes administrator or rector. Given at once when nobody else has ever been one: somebody has to be
 * the second.
 * @returns whether it was given
 */
export async function askByTwo(
  tx: Tx,
  asked: AskedRole,
  { reason, now }: { readonly reason: string; readonly now: Instant },
): Promise<boolean> {
  await lockStandings(tx);
  const { personId: about, role, askedBy: by } = asked;
  const requestId = await addRequest(tx, asked, now);
  await noteAct(tx, { about, act: 'role-asked', role, reason, by, at: now });
  await writeAudit(tx, { at: now, by, of: about, action: 'role-asked', object: role });
  if (!(await isAloneSoFar(tx, by))) return false;
  await settleRequest(tx, requestId, { by, at: now, granted: true });
  await giveRole(tx, about, { role, until: null, now });
  await noteAct(tx, { about, act: 'role-given', role, reason, by, at: now });
  return true;
}
