import {
  isItsStudent,
  isItsTeacher,
  type SessionStanding,
} from '#shared/features/programme/calendar/model.ts';
import type { GatheringStanding } from '#shared/features/programme/gathering/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { holds, ROLES, type Role, type Subject } from '#shared/wire/access.ts';

const SEE_EVERYWHERE: readonly Role[] = ['studyAdviser', 'admin', 'rector'];

const seesTheSchool = (subject: Subject, now: Instant) =>
  SEE_EVERYWHERE.some((role) => holds(subject, role, now));

/** Row 42, everybody's: its assigned teachers, a practice coordinator who was asked in, and who follows students up in the whole school. */
export function maySeeEverybodysAttendance(
  subject: Subject,
  session: SessionStanding,
  now: Instant,
): boolean {
  const invited = (session.invitedUntil ?? 0) > now;
  return (
    isItsTeacher(subject, session, now) ||
    (invited && holds(subject, 'practiceCoordinator', now)) ||
    seesTheSchool(subject, now)
  );
}

/** Row 42, see: everybody's, or as a student of it one's own alone, which is what the answer is cut to. */
export function maySeeAttendance(
  subject: Subject,
  session: SessionStanding,
  now: Instant,
): boolean {
  return isItsStudent(subject, session, now) || maySeeEverybodysAttendance(subject, session, now);
}

/** Row 42, correct: its assigned teachers. Ticking off who is in the classroom is theirs too. */
export function mayCorrectAttendance(
  subject: Subject,
  session: SessionStanding,
  now: Instant,
): boolean {
  return isItsTeacher(subject, session, now);
}

/** Row 59: a teacher of some session of a cohort that is gathered. */
export function mayRegisterAtGathering(
  subject: Subject,
  gathering: GatheringStanding,
  now: Instant,
): boolean {
  return gathering.teachesCohort && holds(subject, 'teacher', now);
}

/** Everybody's days at a gathering: whoever registers them, and who follows students up in the whole school. */
export function maySeeEverybodysDays(
  subject: Subject,
  gathering: GatheringStanding,
  now: Instant,
): boolean {
  return mayRegisterAtGathering(subject, gathering, now) || seesTheSchool(subject, now);
}

/** Row 48: one's own attendance, and the tables that one sees; what stands in them is asked piece by piece. */
export function maySeeOwnAttendance(
  subject: Subject,
  { ownerId }: { readonly ownerId: PersonId },
  now: Instant,
): boolean {
  return ownerId === subject.personId && ROLES.some((role) => holds(subject, role, now));
}
