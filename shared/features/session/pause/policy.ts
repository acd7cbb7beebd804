import type { Instant } from '#shared/kernel/duration.ts';
import type { Subject } from '#shared/wire/access.ts';
import { isItsTeacher, type SessionStanding } from '../../programme/calendar/model.ts';
import { mayJoinSession } from '../roster/policy.ts';

/** Row 17, one's own pause: whoever may be in the session. */
export function mayPause(subject: Subject, session: SessionStanding, now: Instant): boolean {
  return mayJoinSession(subject, session, now);
}

/** Row 17, the private choice: one's own, for whoever may be in the session. */
export function maySeePauseChoice(
  subject: Subject,
  session: SessionStanding,
  now: Instant,
): boolean {
  return mayJoinSession(subject, session, now);
}

/** Row 17, the private choice of others: the session's teachers, and nobody else ever. */
export function maySeeOthersPauseChoice(
  subject: Subject,
  session: SessionStanding,
  now: Instant,
): boolean {
  return isItsTeacher(subject, session, now);
}
