import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { holds, type Role, type Subject } from '#shared/wire/access.ts';
import type { GatheringStanding } from '../gathering/model.ts';
import { isItsStudent, type SessionStanding } from './model.ts';

/** Roles whose scope in row 1 is the whole school. */
const SEE_EVERY_COHORT: readonly Role[] = [
  'practiceCoordinator',
  'studyAdviser',
  'admin',
  'rector',
];

/** Row 1: whether the roles that somebody holds give them a calendar at all. */
export function hasCalendar(held: readonly Role[]): boolean {
  const having: readonly Role[] = ['student', 'teacher', ...SEE_EVERY_COHORT];
  return held.some((role) => having.includes(role));
}

/** Row 1: somebody's own calendar. What stands in it is cut to what each relation gives. */
export function maySeeCalendar(
  subject: Subject,
  calendar: { readonly ownerId: PersonId },
  now: Instant,
): boolean {
  const held = subject.roles.map(({ role }) => role).filter((role) => holds(subject, role, now));
  return hasCalendar(held) && calendar.ownerId === subject.personId;
}

/** Row 1: that a session is planned, and what its door shows. A wider right than joining it. */
export function maySeeSession(subject: Subject, session: SessionStanding, now: Instant): boolean {
  return (
    isItsStudent(subject, session, now) ||
    (holds(subject, 'teacher', now) && (session.teaches || session.teachesCohort)) ||
    SEE_EVERY_COHORT.some((role) => holds(subject, role, now))
  );
}

/** Row 1: a gathering of one's own cohort, or of one that one teaches. */
export function maySeeGathering(
  subject: Subject,
  { inCohort, teachesCohort }: GatheringStanding,
  now: Instant,
): boolean {
  return (
    (inCohort && holds(subject, 'student', now)) ||
    (teachesCohort && holds(subject, 'teacher', now)) ||
    SEE_EVERY_COHORT.some((role) => holds(subject, role, now))
  );
}
