import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { holds, ROLES, type Subject } from '#shared/wire/access.ts';
import {
  isInvitedTo,
  isItsStudent,
  isItsTeacher,
  type SessionStanding,
} from '../programme/calendar/model.ts';

/** Row 64: what one is told of, and when, is one's own to choose, for whoever has a role that runs. */
export function mayChooseNotices(
  subject: Subject,
  notices: { readonly ownerId: PersonId },
  now: Instant,
): boolean {
  return notices.ownerId === subject.personId && ROLES.some((role) => holds(subject, role, now));
}

/** Row 48: whom a notice about a session is for. Whoever sees the whole school's calendar is told of their own alone. */
export function mayBeToldOfSession(
  subject: Subject,
  session: SessionStanding,
  now: Instant,
): boolean {
  const isTheirs =
    isItsStudent(subject, session, now) ||
    isItsTeacher(subject, session, now) ||
    isInvitedTo(session, now);
  return subject.active && isTheirs && !session.keptOut;
}
