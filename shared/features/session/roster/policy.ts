import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { holds, type Role, type Subject } from '#shared/wire/access.ts';
import {
  isInvitedInside,
  isInvitedTo,
  isItsStudent,
  isItsStudentInside,
  isItsTeacher,
  type SessionStanding,
} from '../../programme/calendar/model.ts';
import type { Part } from './model.ts';

/** Who may come to a session when invited to it, until the invitation ends ("i" in row 9). */
const MAY_BE_INVITED: readonly Role[] = [
  'practiceCoordinator',
  'practiceSupervisor',
  'studyAdviser',
  'admin',
  'rector',
  'guest',
];

const FROM_OUTSIDE: readonly Role[] = ['practiceSupervisor', 'guest'];

/** Roles that may see the names of any session's roster ("Y" in row 2), students and teachers apart. */
const SEE_EVERY_ROSTER: readonly Role[] = [
  'practiceCoordinator',
  'studyAdviser',
  'admin',
  'rector',
];

/** Row 2: the names of those who are expected and have come. A practice supervisor only where invited. */
export function maySeeRoster(subject: Subject, session: SessionStanding, now: Instant): boolean {
  return (
    mayJoinSession(subject, session, now) ||
    SEE_EVERY_ROSTER.some((role) => holds(subject, role, now))
  );
}

/** Row 9: being in the live session. */
export function mayJoinSession(subject: Subject, session: SessionStanding, now: Instant): boolean {
  return partOf(subject, session, now) !== null;
}

/** Row 9: whether the roles that somebody holds can bring them into any session at all. */
export function canBeInSessions(held: readonly Role[]): boolean {
  const roles: readonly Role[] = ['student', 'teacher', ...MAY_BE_INVITED];
  return held.some((role) => roles.includes(role));
}

/**
 * Row 9: to be told what one is invited to. Whoever can be in any session may ask, about themselves alone; what the
 * answer holds is cut to the sessions that they may come to by it (`partOnceInside`).
 */
export function maySeeInvitations(
  subject: Subject,
  invitations: { readonly ownerId: PersonId },
  now: Instant,
): boolean {
  const held = subject.roles.map(({ role }) => role).filter((role) => holds(subject, role, now));
  return invitations.ownerId === subject.personId && canBeInSessions(held);
}

/** Row 11: any assigned teacher, leading or not. Who of them is here is for the rules. */
export function mayPassLead(subject: Subject, session: SessionStanding, now: Instant): boolean {
  return isItsTeacher(subject, session, now);
}

/**
 * What a subject is in this session, by relation; null for one who has no part in it, or must wait in the lobby before they
 * have.
 */
export function partOf(subject: Subject, session: SessionStanding, now: Instant): Part | null {
  const part = partOnceInside(subject, session, now);
  if (part === null || part === 'teacher') return part;
  const isInside = isItsStudentInside(subject, session, now) || isInvitedInside(session, now);
  return isInside ? part : null;
}

/** What a subject is or will be in this session, once a host has let in whoever waits; null for one who is not asked in. */
export function partOnceInside(
  subject: Subject,
  session: SessionStanding,
  now: Instant,
): Part | null {
  if (isItsTeacher(subject, session, now)) return 'teacher';
  if (session.keptOut) return null;
  if (isItsStudent(subject, session, now)) return 'student';
  const as = isInvitedTo(session, now)
    ? MAY_BE_INVITED.filter((role) => holds(subject, role, now))
    : [];
  if (as.length === 0) return null;
  // Staff of the school come as staff, also a teacher of other sessions; everybody from outside as a guest.
  const ofSchool =
    as.some((role) => !FROM_OUTSIDE.includes(role)) || holds(subject, 'teacher', now);
  return ofSchool ? 'staff' : 'guest';
}
