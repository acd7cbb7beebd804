import type { Instant } from '#shared/kernel/duration.ts';
import type { Subject } from '#shared/wire/access.ts';
import { isItsTeacher, type SessionStanding } from '../../programme/calendar/model.ts';

/** Row 24, lock, the chat's too: any of its assigned teachers, leading or not. */
export function mayKeepOrder(subject: Subject, session: SessionStanding, now: Instant): boolean {
  return isItsTeacher(subject, session, now);
}
