import type { Instant } from '../../kernel/duration.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { holds, ROLES, type Subject } from '../../wire/access.ts';

/** Row 46: what is held about oneself, for whoever has a role that runs; about nobody else. */
export function mayHaveOwnData(
  subject: Subject,
  asked: { readonly ownerId: PersonId },
  now: Instant,
): boolean {
  return asked.ownerId === subject.personId && ROLES.some((role) => holds(subject, role, now));
}
