import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { holds, type Subject } from '#shared/wire/access.ts';

/** Row 4: an administrator makes cohorts. */
export function mayCreateCohort(
  subject: Subject,
  asked: { readonly ownerId: PersonId },
  now: Instant,
): boolean {
  return asked.ownerId === subject.personId && holds(subject, 'admin', now);
}
