import { and, eq, isNull, sql } from 'drizzle-orm';
import type { SessionNotes } from '#shared/features/programme/session-notes/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { CourseId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import { newId } from '../../../platform/new-id.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf } from '../../../storage/moment.ts';
import { sessionInvitations, sessions, sessionTeachers } from './tables.ts';

export type NewSession = Omit<typeof sessions.$inferInsert, 'id' | 'deletedAt'> & {
  /** In their order: the first leads when several are there. */
  readonly teachers: readonly PersonId[];
  readonly invited: readonly { readonly personId: PersonId; readonly untilAt: Instant }[];
};

export async function createSession(tx: Tx, given: NewSession): Promise<SessionId> {
  const { teachers, invited, ...session } = given;
  const sessionId = newId<'session'>();
  await tx.insert(sessions).values({ ...session, id: sessionId });
  if (teachers.length > 0) {
    await tx
      .insert(sessionTeachers)
      .values(teachers.map((personId, position) => ({ sessionId, personId, position })));
  }
  if (invited.length > 0) {
    await tx
      .insert(sessionInvitations)
      .values(invited.map((invitation) => ({ ...invitation, sessionId })));
  }
  return sessionId;
}

export type SessionTimes = { readonly startsAt: Instant; readonly endsAt: Instant };

/** When a session is planned for; null when it is deleted, or never was. */
export async function sessionTimes(tx: Tx, sessionId: SessionId): Promise<SessionTimes | null> {
  const { startsAt, endsAt } = sessions;
  const [times] = await tx
    .select({ startsAt, endsAt })
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), isNull(sessions.deletedAt)));
  return times ?? null;
}

/** Gives a session another time, at which it has not ended, as if it had never had one before. Its invitations end as long after its end as before. */
export async function moveSession(
  tx: Tx,
  sessionId: SessionId,
  { startsAt, endsAt }: SessionTimes,
): Promise<void> {
  await tx.execute(sql`
    update session_invitation i set until_at = i.until_at + (${momentOf(endsAt)} - s.ends_at)
    from session s where s.id = i.session_id and s.id = ${sessionId}::uuid`);
  await tx
    .update(sessions)
    .set({ startsAt, endsAt, endedAt: null, movedFrom: null })
    .where(eq(sessions.id, sessionId));
}

/** Which course a session is planned in. */
export async function courseOf(tx: Tx, sessionId: SessionId): Promise<CourseId> {
  const { courseId } = sessions;
  const [session] = await tx.select({ courseId }).from(sessions).where(eq(sessions.id, sessionId));
  if (!session) throw new Error('a session that was found has gone');
  return session.courseId;
}

/** Keeps what is said of a session. Whoever writes holds the lock by which its changes wait for each other. */
export async function saveNotes(
  tx: Tx,
  sessionId: SessionId,
  { version: notesVersion, ...notes }: SessionNotes,
): Promise<void> {
  await tx.update(sessions).set({ notes, notesVersion }).where(eq(sessions.id, sessionId));
}

/** Ends a session for everybody, whatever was planned. */
export async function endSession(tx: Tx, sessionId: SessionId, at: Instant): Promise<void> {
  await tx.update(sessions).set({ endedAt: at }).where(eq(sessions.id, sessionId));
}

/** Whether it has been ended, as it is committed at this moment. */
export async function hasEnded(tx: Tx, sessionId: SessionId): Promise<boolean> {
  const { endedAt } = sessions;
  const [session] = await tx.select({ endedAt }).from(sessions).where(eq(sessions.id, sessionId));
  return session?.endedAt !== null;
}
