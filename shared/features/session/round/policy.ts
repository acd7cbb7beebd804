import type { Instant } from '#shared/kernel/duration.ts';
import type { Subject } from '#shared/wire/access.ts';
import { isItsTeacher, type SessionStanding } from '../../programme/calendar/model.ts';
import { mayJoinSession } from '../roster/policy.ts';

/** Row 21: start, order, end: any assigned teacher. */
export function maySteerRound(subject: Subject, session: SessionStanding, now: Instant): boolean {
  return isItsTeacher(subject, session, now);
}

/** Row 21: have the word, pass, come back: whoever may be in the session. */
export function mayBeInRound(subject: Subject, session: SessionStanding, now: Instant): boolean {
  return mayJoinSession(subject, session, now);
}
