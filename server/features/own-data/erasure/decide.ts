import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { writeAudit } from '../../../platform/audit.ts';
import type { Tx } from '../../../storage/database.ts';
import { isLastAdministrator } from '../../admin/public.ts';
import { suspendPerson } from '../../identity/public.ts';
import { noteDecided } from './repository.ts';

/**
 * Decides that somebody is erased, who is shut out with it wherever they are. What is theirs goes right after. Nobody's standing changes
 * meanwhile (`lockStandings`): of two administrators who go at once, one stays.
 * @returns false for the last administrator
 */
export async function decide(
  tx: Tx,
  personId: PersonId,
  { by, now }: { readonly by: PersonId | null; readonly now: Instant },
): Promise<boolean> {
  if (await isLastAdministrator(tx, personId, now)) return false;
  await noteDecided(tx, personId, { by, at: now });
  await suspendPerson(tx, personId);
  await writeAudit(tx, { at: now, by, of: personId, action: 'erasure-decided' });
  return true;
}
