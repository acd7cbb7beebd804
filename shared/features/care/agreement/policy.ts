import type { Instant } from '#shared/kernel/duration.ts';
import { holds, type Role, type Subject } from '#shared/wire/access.ts';
import {
  isInvitedInside,
  isInvitedTo,
  isItsStudent,
  isItsTeacher,
  type SessionStanding,
} from '../../programme/calendar/model.ts';

const WRITE_WHEN_INVITED: readonly Role[] = [
  'practiceCoordinator',
  'practiceSupervisor',
  'studyAdviser',
];
const READ_WHEN_INVITED: readonly Role[] = [...WRITE_WHEN_INVITED, 'admin', 'rector', 'guest'];

function isInvitedAs(
  roles: readonly Role[],
  subject: Subject,
  session: SessionStanding,
  now: Instant,
): boolean {
  const invited = isInvitedTo(session, now) && !session.keptOut;
  return invited && roles.some((role) => holds(subject, role, now));
}

/** Row 8: the students and the teachers of a session write what they agree on, and whoever of the school is asked and let in. */
export function mayWriteAgreement(
  subject: Subject,
  session: SessionStanding,
  now: Instant,
): boolean {
  return (
    isItsStudent(subject, session, now) ||
    isItsTeacher(subject, session, now) ||
    (isInvitedInside(session, now) && isInvitedAs(WRITE_WHEN_INVITED, subject, session, now))
  );
}

/** Row 55: whoever may write, and everybody who is asked in, also in the lobby: it is what they come in to. */
export function mayReadAgreement(
  subject: Subject,
  session: SessionStanding,
  now: Instant,
): boolean {
  return (
    mayWriteAgreement(subject, session, now) ||
    isInvitedAs(READ_WHEN_INVITED, subject, session, now)
  );
}
