import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { holds, ROLES, type Subject } from '#shared/wire/access.ts';
import { isItsTeacher, type SessionStanding } from '../../programme/calendar/model.ts';

/** Row 24, remove: its assigned teachers, and an administrator in any session. */
export function mayRemove(subject: Subject, session: SessionStanding, now: Instant): boolean {
  return isItsTeacher(subject, session, now) || holds(subject, 'admin', now);
}

/** Row 24: what hosts have done is for the hosts. */
export function maySeeLog(subject: Subject, session: SessionStanding, now: Instant): boolean {
  return isItsTeacher(subject, session, now);
}

/** Row 52: whoever was taken out may know by whom. They are told of nobody else, and of the session nothing. */
export function maySeeOwnRemoval(
  subject: Subject,
  removal: { readonly ownerId: PersonId },
  now: Instant,
): boolean {
  return removal.ownerId === subject.personId && ROLES.some((role) => holds(subject, role, now));
}
