import type { Instant } from '#shared/kernel/duration.ts';
import type { CohortId, GroupId, SessionId } from '#shared/kernel/ids.ts';
import { holds, type Subject } from '#shared/wire/access.ts';

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
  readonly notes: string | null;
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
  /** Taken out of this one session by a host, until that is undone. Never an assigned teacher. */
  readonly keptOut: boolean;
};

/** ST and GM of docs/access.md: a student for whom this session was planned. A group's session is that group's alone. */
export function isItsStudent(subject: Subject, session: SessionStanding, now: Instant): boolean {
  const planned = session.groupId === null ? session.inCohort : session.inGroup;
  return planned && holds(subject, 'student', now);
}

/** TE of docs/access.md: a teacher assigned to this very session. */
export function isItsTeacher(subject: Subject, session: SessionStanding, now: Instant): boolean {
  return session.teaches && holds(subject, 'teacher', now);
}
