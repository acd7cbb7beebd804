import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { holds, ROLES, type Role, type Subject } from '#shared/wire/access.ts';
import {
  isInvitedInside,
  isItsStudentInside,
  isItsTeacher,
  type SessionStanding,
} from '../programme/calendar/model.ts';

/** Who may be seen and heard when invited and let in, until the invitation ends ("i" in row 25). An administrator may not. */
const MAY_BE_INVITED: readonly Role[] = [
  'practiceCoordinator',
  'practiceSupervisor',
  'studyAdviser',
  'rector',
  'guest',
];

/** Row 25: being in the seminar room of a session, with sound and picture. */
export function mayEnterSeminarRoom(
  subject: Subject,
  session: SessionStanding,
  now: Instant,
): boolean {
  if (isItsTeacher(subject, session, now)) return true;
  if (session.keptOut) return false;
  return (
    isItsStudentInside(subject, session, now) ||
    (isInvitedInside(session, now) && MAY_BE_INVITED.some((role) => holds(subject, role, now)))
  );
}

/** Row 24: mute, stop, lock, ask, spotlight. Nobody may unmute anybody. */
export function mayModerateRoom(subject: Subject, session: SessionStanding, now: Instant): boolean {
  return isItsTeacher(subject, session, now);
}

/** Row 51: trying one's own line to the media server, in a room that holds nobody else. */
export function mayCheckLine(
  subject: Subject,
  check: { readonly ownerId: PersonId },
  now: Instant,
): boolean {
  return check.ownerId === subject.personId && ROLES.some((role) => holds(subject, role, now));
}
