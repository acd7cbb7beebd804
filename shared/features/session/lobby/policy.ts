import type { Instant } from '#shared/kernel/duration.ts';
import type { Subject } from '#shared/wire/access.ts';
import { isItsTeacher, type SessionStanding } from '../../programme/calendar/model.ts';
import { partOf, partOnceInside } from '../roster/policy.ts';

/**
 * Row 10, wait: everybody who may come to the session and is not one of its hosts. Who need not wait is told to come in; who was
 * let in hears so where they waited.
 */
export function mayWaitInLobby(subject: Subject, session: SessionStanding, now: Instant): boolean {
  const part = partOnceInside(subject, session, now);
  return part !== null && part !== 'teacher';
}

/** Whether only a host's word is missing: invited and not let in yet, or sent back. Enrolled members skip the lobby (F4). */
export function mustWait(subject: Subject, session: SessionStanding, now: Instant): boolean {
  return mayWaitInLobby(subject, session, now) && partOf(subject, session, now) === null;
}

/** Row 10, admit, decline, send back: its assigned teachers. */
export function mayKeepLobby(subject: Subject, session: SessionStanding, now: Instant): boolean {
  return isItsTeacher(subject, session, now);
}
