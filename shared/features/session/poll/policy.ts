import type { Instant } from '#shared/kernel/duration.ts';
import type { Subject } from '#shared/wire/access.ts';
import { isItsTeacher, type SessionStanding } from '../../programme/calendar/model.ts';
import { mayJoinSession } from '../roster/policy.ts';

/** Row 18: open and close; row 19: who answered what, of a named one. Any assigned teacher. */
export function maySteerPoll(subject: Subject, session: SessionStanding, now: Instant): boolean {
  return isItsTeacher(subject, session, now);
}

/** Row 18: answer, and see the totals: whoever may be in the session. */
export function mayAnswerPoll(subject: Subject, session: SessionStanding, now: Instant): boolean {
  return mayJoinSession(subject, session, now);
}
