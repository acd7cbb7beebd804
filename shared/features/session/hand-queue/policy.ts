import type { Instant } from '#shared/kernel/duration.ts';
import type { Subject } from '#shared/wire/access.ts';
import { isItsTeacher, type SessionStanding } from '../../programme/calendar/model.ts';
import { mayJoinSession } from '../roster/policy.ts';

/** Row 12, own hand and own word: whoever may be in the session, teachers too. */
export function mayQueueForTheWord(
  subject: Subject,
  session: SessionStanding,
  now: Instant,
): boolean {
  return mayJoinSession(subject, session, now);
}

/** Row 12, others' hands and words: call, lower, close. */
export function mayCallOthers(subject: Subject, session: SessionStanding, now: Instant): boolean {
  return isItsTeacher(subject, session, now);
}
