import type { Instant } from '#shared/kernel/duration.ts';
import { holds, type Role, type Subject } from '#shared/wire/access.ts';
import {
  isInvitedInside,
  isItsStudentInside,
  isItsTeacher,
  type SessionStanding,
} from '../../programme/calendar/model.ts';

/** Who may be in a breakout when invited to the session and let in ("i" in row 26). */
export const INVITED_TO_BREAKOUTS: readonly Role[] = [
  'practiceCoordinator',
  'studyAdviser',
  'guest',
];

/** Row 26: being in one of a session's breakouts, with sound and picture. Which of them is for the rules. */
export function mayEnterBreakouts(
  subject: Subject,
  session: SessionStanding,
  now: Instant,
): boolean {
  if (isItsTeacher(subject, session, now)) return true;
  if (session.keptOut) return false;
  return (
    isItsStudentInside(subject, session, now) ||
    (isInvitedInside(session, now) &&
      INVITED_TO_BREAKOUTS.some((role) => holds(subject, role, now)))
  );
}

/** Row 26: splitting the session, placing, bringing back: its assigned teachers. */
export function maySteerBreakouts(
  subject: Subject,
  session: SessionStanding,
  now: Instant,
): boolean {
  return isItsTeacher(subject, session, now);
}
