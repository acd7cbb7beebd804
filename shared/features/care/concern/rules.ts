import { accept, type Decision, refuse } from '#shared/kernel/decision.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { CONCERNS_A_DAY, type ConcernReader } from './model.ts';

/** CONCERN-2, CONCERN-6: to whom the screen said it would go, and to nobody else; and so many a day. */
export function reportConcern(
  reader: ConcernReader | null,
  told: { readonly readerId: PersonId; readonly sentToday: number },
): Decision<ConcernReader, 'other-reader' | 'too-many'> {
  if (reader?.personId !== told.readerId) return refuse('other-reader');
  if (told.sentToday >= CONCERNS_A_DAY) return refuse('too-many');
  return accept(reader);
}
