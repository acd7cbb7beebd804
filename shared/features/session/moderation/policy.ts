import type { Instant } from '#shared/kernel/duration.ts';
import { holds, type Subject } from '#shared/wire/access.ts';
import { isItsTeacher, type SessionStanding } from '../../programme/calendar/model.ts';

/** Row 24, remove: its assigned teachers, and an administrator in any session. */
export function mayRemove(subject: Subject, session: SessionStanding, now: Instant): boolean {
  return isItsTeacher(subject, session, now) || holds(subject, 'admin', now);
}

/** Row 24: what hosts have done is for the hosts. */
export function maySeeLog(subject: Subject, session: SessionStanding, now: Instant): boolean {
  return isItsTeacher(subject, session, now);
}
