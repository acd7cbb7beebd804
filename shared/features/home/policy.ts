import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { holds, ROLES, type Subject } from '#shared/wire/access.ts';

/** Row 48: what waits for oneself; each thing in it is there by its own row. */
export function maySeeWaiting(
  subject: Subject,
  { ownerId }: { readonly ownerId: PersonId },
  now: Instant,
): boolean {
  return ownerId === subject.personId && ROLES.some((role) => holds(subject, role, now));
}
