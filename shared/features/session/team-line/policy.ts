import type { Instant } from '#shared/kernel/duration.ts';
import type { Subject } from '#shared/wire/access.ts';
import { isItsTeacher, type SessionStanding } from '../../programme/calendar/model.ts';
import { mayWaitInLobby } from '../lobby/policy.ts';

/** Row 16, own line: everybody who may be in the session, or in its lobby, and is not one of those who read it. */
export function mayUseOwnTeamLine(
  subject: Subject,
  session: SessionStanding,
  now: Instant,
): boolean {
  return mayWaitInLobby(subject, session, now);
}

/** Row 16, all lines: its assigned teachers, and nobody else. */
export function maySeeTeamLines(subject: Subject, session: SessionStanding, now: Instant): boolean {
  return isItsTeacher(subject, session, now);
}
