import { type Instant, MINUTE_MS } from '#shared/kernel/duration.ts';
import type { CohortId, GroupId, SessionId } from '#shared/kernel/ids.ts';
import { holds, type Subject } from '#shared/wire/access.ts';
import type { GuestAs } from '../invitation/model.ts';
import type { SessionNotes } from '../session-notes/model.ts';

/**
 * What a session is planned as: teaching, or a talking circle in which everybody speaks in turn. It decides what people are shown
 * as in it (docs/rules/names.md).
 */
export const SESSION_KINDS = ['teaching', 'circle'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

/**
 * A planned session as the policies need it: with this one subject's relations to it, read in the same
 * transaction. Rights come from relations, not from role names alone (docs/access.md §1). A session that is
 * deleted, or never was, has no standing: its loader answers null.
 */
export type SessionStanding = {
  readonly sessionId: SessionId;
  readonly cohortId: CohortId;
  /** Set when the session is one group's, not the whole cohort's. */
  readonly groupId: GroupId | null;
  readonly title: string;
  readonly courseCode: string;
  readonly courseTitle: string;
  readonly notes: SessionNotes;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly cancelled: boolean;
  /** When its teachers ended it for everybody; null when they have not. */
  readonly endedAt: Instant | null;
  /** A student of its cohort just now. */
  readonly inCohort: boolean;
  /** A member of its group just now; false for a cohort's session. */
  readonly inGroup: boolean;
  /** An assigned teacher of this session. */
  readonly teaches: boolean;
  /** Assigned to some session of its cohort: may see the cohort and its calendar, not join this one. */
  readonly teachesCohort: boolean;
  /** Invited to this one session, until then. */
  readonly invitedUntil: Instant | null;
  /** As what, of somebody from outside. */
  readonly invitedAs: GuestAs | null;
  /** Taken out of this one session by a host, until that is undone. Never an assigned teacher. */
  readonly keptOut: boolean;
  /** What its hosts have last said about this person and its door: let in from the lobby, or sent back to it. */
  readonly admission: Admission | null;
};

export type Admission = 'let-in' | 'sent-back';

/** A conversation that runs over is not cut off; whoever is in at the end may still stay. */
export const DOOR_CLOSES_AFTER_MS = 30 * MINUTE_MS;

/** Ended by its teachers, or so long past its end that nobody comes in. */
export const sessionIsOver = (
  session: Pick<SessionStanding, 'endedAt' | 'endsAt'>,
  now: Instant,
): boolean => session.endedAt !== null || now >= session.endsAt + DOOR_CLOSES_AFTER_MS;

/** ST and GM of docs/access.md: a student for whom this session was planned. A group's session is that group's alone. */
export function isItsStudent(subject: Subject, session: SessionStanding, now: Instant): boolean {
  const planned = session.groupId === null ? session.inCohort : session.inGroup;
  return planned && holds(subject, 'student', now);
}

/** The same, and not sent back to the lobby, which is there as long as the session is. */
export function isItsStudentInside(
  subject: Subject,
  session: SessionStanding,
  now: Instant,
): boolean {
  const isSentBack = session.admission === 'sent-back' && !sessionIsOver(session, now);
  return isItsStudent(subject, session, now) && !isSentBack;
}

/** Invited to it just now. That lets nobody in by itself. */
export function isInvitedTo(session: SessionStanding, now: Instant): boolean {
  return session.invitedUntil !== null && session.invitedUntil > now;
}

/** Invited to it just now, and let in by one of its hosts. */
export function isInvitedInside(session: SessionStanding, now: Instant): boolean {
  return isInvitedTo(session, now) && session.admission === 'let-in';
}

/** TE of docs/access.md: a teacher assigned to this very session. */
export function isItsTeacher(subject: Subject, session: SessionStanding, now: Instant): boolean {
  return session.teaches && holds(subject, 'teacher', now);
}
