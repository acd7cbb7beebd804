import type { Instant } from '#shared/kernel/duration.ts';
import type { Subject } from '#shared/wire/access.ts';
import { isItsTeacher, type SessionStanding } from '../../programme/calendar/model.ts';

/** Row 11: any assigned teacher, leading or not. */
export function maySteerPauseForAll(
  subject: Subject,
  session: SessionStanding,
  now: Instant,
): boolean {
  return isItsTeacher(subject, session, now);
}
