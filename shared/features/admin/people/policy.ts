import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { holds, ROLES, type Role, type Subject } from '#shared/wire/access.ts';

/** Row 60: those who run the school and follow its students up see who is in it, with addresses (row 3). */
export function maySeePeople(
  subject: Subject,
  asked: { readonly ownerId: PersonId },
  now: Instant,
): boolean {
  return asked.ownerId === subject.personId && maySeePerson(subject, asked, now);
}

/** Row 60: the same of one of them. */
export function maySeePerson(subject: Subject, _person: unknown, now: Instant): boolean {
  const may = (role: Role) => holds(subject, role, now);
  return may('admin') || may('rector') || may('studyAdviser');
}

/** Row 5: whom those invite who are no administrators, and look after from then on. */
const LOOKED_AFTER_BY: readonly (readonly [by: Role, whom: Role])[] = [
  ['studyAdviser', 'student'],
  ['practiceCoordinator', 'practiceSupervisor'],
];

/** Row 5: to which roles somebody invites who holds these. */
export function rolesInvitedBy(isHeld: (role: Role) => boolean): readonly Role[] {
  if (isHeld('admin')) return ROLES;
  return LOOKED_AFTER_BY.filter(([by]) => isHeld(by)).map(([, whom]) => whom);
}

/** Row 5: an administrator invites anybody, a study adviser students, a practice coordinator practice supervisors. */
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
  const invited = rolesInvitedBy((role) => holds(subject, role, now));
  if (roles.length === 0) return holds(subject, 'admin', now);
  return roles.every((role) => invited.includes(role));
}

/** Row 5: an administrator gives and takes away roles, but for those that take two. */
export function mayGiveRole(subject: Subject, _person: unknown, now: Instant): boolean {
  return holds(subject, 'admin', now);
}

/** Row 5: administrators and rectors ask for one of their number, and one of them says yes. */
export function mayAskForRole(subject: Subject, _person: unknown, now: Instant): boolean {
  return holds(subject, 'admin', now) || holds(subject, 'rector', now);
}
