import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Subject } from '#shared/wire/access.ts';
import { isItsTeacher, type SessionStanding } from '../../programme/calendar/model.ts';
import { mayJoinSession } from '../roster/policy.ts';

/** Row 14: what is said in a session is for those who may be in it. */
export function mayReadChat(subject: Subject, session: SessionStanding, now: Instant): boolean {
  return mayJoinSession(subject, session, now);
}

/** Row 14. */
export function mayPostMessage(subject: Subject, session: SessionStanding, now: Instant): boolean {
  return mayJoinSession(subject, session, now);
}

/** Row 14: a reaction says something too. */
export function mayReactToMessage(
  subject: Subject,
  written: { readonly standing: SessionStanding },
  now: Instant,
): boolean {
  return mayJoinSession(subject, written.standing, now);
}

/** Row 15, own part: one's own words, while one may still be in the session. */
export function mayChangeOwnMessage(
  subject: Subject,
  written: { readonly standing: SessionStanding; readonly message: { readonly by: PersonId } },
  now: Instant,
): boolean {
  return written.message.by === subject.personId && mayJoinSession(subject, written.standing, now);
}

/** Row 15, others' part: its assigned teachers. An administrator's break-glass has no door yet. */
export function mayHideMessage(
  subject: Subject,
  written: { readonly standing: SessionStanding; readonly message: { readonly by: PersonId } },
  now: Instant,
): boolean {
  return written.message.by !== subject.personId && isItsTeacher(subject, written.standing, now);
}
