import type { Instant } from '#shared/kernel/duration.ts';
import { holds, type Role, type Subject } from '#shared/wire/access.ts';
import {
  isItsStudent,
  isItsTeacher,
  type SessionStanding,
} from '../../programme/calendar/model.ts';

const SEE_EVERYWHERE: readonly Role[] = ['studyAdviser', 'admin', 'rector'];

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
    SEE_EVERYWHERE.some((role) => holds(subject, role, now))
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
