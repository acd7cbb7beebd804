import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { holds, ROLES, type Subject } from '#shared/wire/access.ts';

/** Row 56: what one is shown as is one's own to say, for whoever has a role that runs. */
export function mayHaveProfile(
  subject: Subject,
  profile: { readonly ownerId: PersonId },
  now: Instant,
): boolean {
  return profile.ownerId === subject.personId && ROLES.some((role) => holds(subject, role, now));
}
