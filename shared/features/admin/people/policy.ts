import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { holds, type Role, type Subject } from '#shared/wire/access.ts';

/** Row 60: those who run the school and follow its students up see who is in it, with addresses (row 3). */
export function maySeePeople(
  subject: Subject,
  asked: { readonly ownerId: PersonId },
  now: Instant,
): boolean {
  const may = (role: Role) => holds(subject, role, now);
  return (
    asked.ownerId === subject.personId && (may('admin') || may('rector') || may('studyAdviser'))
  );
}

/** Row 5: an administrator invites anybody, a study adviser students. */
export function mayInvite(
  subject: Subject,
  asked: { readonly ownerId: PersonId; readonly roles: readonly Role[] },
  now: Instant,
): boolean {
  return asked.ownerId === subject.personId && mayActOn(subject, asked, now);
}

/** Row 5: the same of what somebody else has begun, an invitation or a person. */
export function mayActOn(
  subject: Subject,
  { roles }: { readonly roles: readonly Role[] },
  now: Instant,
): boolean {
  if (holds(subject, 'admin', now)) return true;
  const student = roles.length > 0 && roles.every((role) => role === 'student');
  return student && holds(subject, 'studyAdviser', now);
}
