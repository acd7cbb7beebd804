import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { holds, ROLES, type Role, type Subject } from '#shared/wire/access.ts';
import {
  isItsStudent,
  isItsTeacher,
  type SessionStanding,
} from '../../programme/calendar/model.ts';
import { CAN_READ_CONCERNS } from './model.ts';

type Own = { readonly ownerId: PersonId };

/** Whose part of the calendar is the whole school's (row 1). */
const KNOW_EVERY_SESSION: readonly Role[] = [
  'practiceCoordinator',
  'studyAdviser',
  'admin',
  'rector',
];

/** Row 54: anybody may report something, about a session that they know of, or none. Also who was taken out of it. */
export function mayReportConcern(
  subject: Subject,
  asked: Own & { readonly session?: SessionStanding | null },
  now: Instant,
): boolean {
  if (asked.ownerId !== subject.personId) return false;
  if (!ROLES.some((role) => holds(subject, role, now))) return false;
  return !asked.session || knowsOf(subject, asked.session, now);
}

function knowsOf(subject: Subject, session: SessionStanding, now: Instant): boolean {
  return (
    isItsStudent(subject, session, now) ||
    isItsTeacher(subject, session, now) ||
    (session.teachesCohort && holds(subject, 'teacher', now)) ||
    (session.invitedUntil ?? 0) > now ||
    KNOW_EVERY_SESSION.some((role) => holds(subject, role, now))
  );
}

/** Row 54: what was sent to oneself, for who holds a role that can be named. */
export function mayReceiveConcerns(subject: Subject, asked: Own, now: Instant): boolean {
  return (
    asked.ownerId === subject.personId &&
    CAN_READ_CONCERNS.some((role) => holds(subject, role, now))
  );
}

/** Row 54: who reads is for the administration to say. */
export function mayNameConcernReader(subject: Subject, asked: Own, now: Instant): boolean {
  return asked.ownerId === subject.personId && holds(subject, 'admin', now);
}
