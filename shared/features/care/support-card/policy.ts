import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { holds, type Subject } from '#shared/wire/access.ts';

/** Row 53: what the school says of itself is for its administrators to change. */
export function mayChangeSupportCard(
  subject: Subject,
  asked: { readonly ownerId: PersonId },
  now: Instant,
): boolean {
  return asked.ownerId === subject.personId && holds(subject, 'admin', now);
}
