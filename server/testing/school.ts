import { sql } from 'drizzle-orm';
import type { PushDeviceId } from '#shared/features/notification/push.ts';
import type { GuestAs } from '#shared/features/programme/invitation/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import { HOUR_MS } from '#shared/kernel/duration.ts';
import type {
  AgendaItemId,
  CohortId,
  CourseId,
  GatheringId,
  GroupId,
  MessageId,
  PersonId,
  SessionId,
  TeamLineId,
  WelcomeId,
} from '#shared/kernel/ids.ts';
import { newId } from '../platform/new-id.ts';
import type { Database } from '../storage/database.ts';

type Somebody = { readonly personId: PersonId; readonly displayName: string };
type Where = {
  readonly cohortId: CohortId;
  readonly groupId?: GroupId | null;
  /** The school's one course, unless another is named. */
  readonly courseId?: CourseId;
};

/** A school of a test, put together row by row: as planning and admission would have left it. */
export type School = Awaited<ReturnType<typeof createSchool>>;

/** Builds an empty school around a moment. Sessions run from an hour before it until three hours after. */
export async function createSchool(database: Database, now: Instant) {
  const at = (ms: number) => sql`to_timestamp(${ms / 1000})`;
  const programmeId = newId<'programme'>();
  await database.execute(sql`insert into programme (id, name, degree)
    values (${programmeId}, 'Veiledning', 'Bachelor')`);
  const course = async (): Promise<CourseId> => {
    const id = newId<'course'>() as CourseId;
    await database.execute(sql`insert into course (id, programme_id, code, title, credits, kind, term)
      values (${id}, ${programmeId}, ${`K-${id}`}, 'Samtale', 10, 'theory', 'autumn')`);
    return id;
  };
  const schoolsCourse = await course();

  return {
    course,
    courseId: schoolsCourse,
    async cohort(): Promise<CohortId> {
      const id = newId<'cohort'>() as CohortId;
      await database.execute(sql`insert into cohort (id, programme_id, name, mode, starts_on)
        values (${id}, ${programmeId}, ${`Kull ${id}`}, 'full-time', '2026-08-17')`);
      return id;
    },
    /** A student is invited to a cohort, and has not come yet. */
    async welcome({ personId }: Somebody, cohortId: CohortId): Promise<WelcomeId> {
      const id = newId<'welcome'>() as WelcomeId;
      await database.execute(sql`
        insert into welcome (id, email, display_name, language, roles, cohort_id, until_at, made_by, made_at)
        values (${id}, ${`${id}@example.org`}, 'Mari Berg', 'nb', '{student}', ${cohortId},
          ${at(now + HOUR_MS)}, ${personId}, ${at(now)})`);
      return id;
    },
    /** Begins two hours ago, and lasts for two days. */
    async gathering(cohortId: CohortId): Promise<GatheringId> {
      const id = newId<'gathering'>() as GatheringId;
      await database.execute(sql`insert into gathering (id, title, place, mandatory, starts_at, ends_at)
        values (${id}, 'Samling', 'Trondheim', true, ${at(now - 2 * HOUR_MS)}, ${at(now + 46 * HOUR_MS)})`);
      await database.execute(sql`insert into gathering_cohort (gathering_id, cohort_id)
        values (${id}, ${cohortId})`);
      return id;
    },
    async group(cohortId: CohortId): Promise<GroupId> {
      const id = newId<'group'>() as GroupId;
      await database.execute(sql`insert into student_group (id, cohort_id, name)
        values (${id}, ${cohortId}, ${`Gruppe ${id}`})`);
      return id;
    },
    async session(
      { cohortId, groupId = null, courseId = schoolsCourse }: Where,
      lastsMs = 3 * HOUR_MS,
    ): Promise<SessionId> {
      const id = newId<'session'>() as SessionId;
      await database.execute(sql`
        insert into session (id, course_id, cohort_id, group_id, title, starts_at, ends_at)
        values (${id}, ${courseId}, ${cohortId}, ${groupId}, ${`Økt ${id}`},
          ${at(now - HOUR_MS)}, ${at(now + lastsMs)})`);
      return id;
    },
    async deleteSession(sessionId: SessionId): Promise<void> {
      await database.execute(
        sql`update session set deleted_at = ${at(now)} where id = ${sessionId}`,
      );
    },
    async cancelSession(sessionId: SessionId): Promise<void> {
      await database.execute(
        sql`update session set cancelled_at = ${at(now)} where id = ${sessionId}`,
      );
    },
    async agenda(sessionId: SessionId, titles: readonly string[]): Promise<AgendaItemId[]> {
      const ids = titles.map(() => newId<'agenda-item'>() as AgendaItemId);
      for (const [position, title] of titles.entries()) {
        await database.execute(sql`insert into agenda_item (id, session_id, position, title, minutes)
          values (${ids[position]}, ${sessionId}, ${position}, ${title}, 15)`);
      }
      return ids;
    },
    /** Somebody on a seat, as if joined; for tests of what sitting there does and does not give. */
    async seat({ personId, displayName }: Somebody, sessionId: SessionId): Promise<void> {
      await database.execute(
        sql`insert into session_live (session_id) values (${sessionId}) on conflict do nothing`,
      );
      await database.execute(sql`
        insert into seat (session_id, person_id, display_name, part, expected, place, since)
        values (${sessionId}, ${personId}, ${displayName}, 'student', true, 'home', ${at(now)})
        on conflict do nothing`);
    },
    /** Where somebody who sits there hears what the teachers answer. */
    async teamLine({ personId }: Somebody, sessionId: SessionId): Promise<TeamLineId> {
      const { rows } = await database.execute<{ lineId: TeamLineId }>(sql`
        select line_id as "lineId" from seat
        where session_id = ${sessionId} and person_id = ${personId}`);
      return rows[0]?.lineId as TeamLineId;
    },
    /** A device on which somebody is told of things. */
    async pushDevice({ personId }: Somebody): Promise<PushDeviceId> {
      const id = newId<'push-device'>() as PushDeviceId;
      await database.execute(sql`
        insert into push_device (id, person_id, sign_in_id, name, endpoint, p256dh, auth, made_at)
        values (${id}, ${personId}, ${newId()}, 'Chrome', ${`https://push.example/${id}`}, '', '', ${at(now)})`);
      return id;
    },
    async message({ personId, displayName }: Somebody, sessionId: SessionId): Promise<MessageId> {
      const id = newId<'message'>() as MessageId;
      await database.execute(sql`
        insert into chat_message (id, session_id, person_id, display_name, at, text)
        values (${id}, ${sessionId}, ${personId}, ${displayName}, ${at(now)}, 'Hei')`);
      return id;
    },
    async enrol({ personId }: Somebody, cohortId: CohortId, until: Instant | null = null) {
      await database.execute(sql`insert into enrolment (person_id, cohort_id, from_at, until_at)
        values (${personId}, ${cohortId}, ${at(now - 24 * HOUR_MS)}, ${until && at(until)})`);
    },
    async addToGroup({ personId }: Somebody, groupId: GroupId, until: Instant | null = null) {
      await database.execute(sql`insert into group_member (group_id, person_id, from_at, until_at)
        values (${groupId}, ${personId}, ${at(now - 24 * HOUR_MS)}, ${until && at(until)})`);
    },
    async assign({ personId }: Somebody, sessionId: SessionId) {
      await database.execute(sql`insert into session_teacher (session_id, person_id, position)
        select ${sessionId}, ${personId}, count(*) from session_teacher where session_id = ${sessionId}`);
    },
    async invite(
      { personId }: Somebody,
      sessionId: SessionId,
      until = now + 3 * HOUR_MS,
      as: GuestAs | null = null,
    ) {
      await database.execute(sql`
        insert into session_invitation (session_id, person_id, until_at, guest_as)
        values (${sessionId}, ${personId}, ${at(until)}, ${as})`);
    },
    /** As a host does with somebody who is invited and waits. */
    async letIn({ personId }: Somebody, sessionId: SessionId) {
      await database.execute(sql`
        insert into session_admission (session_id, person_id, verdict, by_id, at)
        values (${sessionId}, ${personId}, 'let-in', ${personId}, ${at(now)})`);
    },
    /** A place in the lobby, heard where the line of their seat is, of somebody who has been let in. */
    async lobbyPlace({ personId, displayName }: Somebody, sessionId: SessionId) {
      await database.execute(sql`
        insert into lobby_place (session_id, person_id, line_id, display_name, part, status, since, at)
        select session_id, person_id, line_id, ${displayName}, 'guest', 'let-in', ${at(now)}, ${at(now)}
        from seat where session_id = ${sessionId} and person_id = ${personId}`);
    },
    /** Takes every relation of a person away, as a person's removal from cohort and calendar does. */
    async removeRelations({ personId }: Somebody) {
      for (const table of ['enrolment', 'group_member', 'session_teacher', 'session_invitation']) {
        await database.execute(
          sql`delete from ${sql.identifier(table)} where person_id = ${personId}`,
        );
      }
    },
    async endRole({ personId }: Somebody, until: Instant) {
      await database.execute(
        sql`update role_held set until = ${at(until)} where person_id = ${personId}`,
      );
    },
    async suspend({ personId }: Somebody) {
      await database.execute(sql`update person set status = 'suspended' where id = ${personId}`);
    },
    async signOut(signInId: string) {
      await database.execute(sql`delete from sign_in where id = ${signInId}`);
    },
  };
}
