import { type SQL, sql } from 'drizzle-orm';
import type { SessionKind } from '#shared/features/programme/calendar/model.ts';
import type { Span } from '#shared/features/programme/calendar/rules.ts';
import type { Assigned, PlanningPlace } from '#shared/features/programme/planning/model.ts';
import type { Changeable, Placed } from '#shared/features/programme/planning/rules.ts';
import { DAY_MS, type Instant } from '#shared/kernel/duration.ts';
import type {
  CohortId,
  CourseId,
  GroupId,
  PersonId,
  SeriesId,
  SessionId,
} from '#shared/kernel/ids.ts';
import type { Subject } from '#shared/wire/access.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';
import { sessionTeachers } from '../calendar/tables.ts';

/** Whoever plans waits for whoever is planning: what is said to clash, or not to, is then so at the commit. */
const PLANNING_LOCK = 6_355_670;

export async function lockPlanning(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${PLANNING_LOCK})`);
}

/** A planned session with all that planning needs of it, and the subject's relations to where it is planned. */
export type Planned = PlanningPlace &
  Placed &
  Changeable & {
    readonly sessionId: SessionId;
    readonly courseId: CourseId;
    readonly title: string;
    readonly kind: SessionKind;
    readonly courseCode: string;
    readonly courseTitle: string;
    readonly cohortName: string;
    readonly groupName: string | null;
    readonly seriesId: SeriesId | null;
    readonly movedFrom: Instant | null;
    readonly cancelReason: string;
    readonly assigned: readonly (Assigned & { readonly displayName: string })[];
    readonly teaches: boolean;
  };

/** One of them; null when it is deleted, or never was. */
export async function plannedSessionOf(
  tx: Tx,
  subject: Subject,
  sessionId: SessionId,
  now: Instant,
): Promise<Planned | null> {
  return (await plannedWhere(tx, subject, sql`s.id = ${sessionId}::uuid`, now))[0] ?? null;
}

/** All that share a moment with a stretch of time, in the order of their start. */
export function plannedBetween(
  tx: Tx,
  subject: Subject,
  { startsAt, endsAt }: Span,
  now: Instant,
): Promise<Planned[]> {
  const which = sql`s.starts_at < ${momentOf(endsAt)} and s.ends_at > ${momentOf(startsAt)}`;
  return plannedWhere(tx, subject, which, now);
}

/** A whole series, in the order of their start. */
export function seriesOf(
  tx: Tx,
  subject: Subject,
  seriesId: SeriesId,
  now: Instant,
): Promise<Planned[]> {
  return plannedWhere(tx, subject, sql`s.series_id = ${seriesId}::uuid`, now);
}

/** @param which a condition on `session s` */
async function plannedWhere(
  tx: Tx,
  subject: Subject,
  which: SQL,
  now: Instant,
): Promise<Planned[]> {
  const { rows } = await tx.execute<Omit<Planned, 'teachers'>>(sql`
    select s.id as "sessionId", s.course_id as "courseId", s.cohort_id as "cohortId",
      s.group_id as "groupId", s.title, s.kind, s.room, s.series_id as "seriesId",
      ${msOf(sql`s.starts_at`)} as "startsAt", ${msOf(sql`s.ends_at`)} as "endsAt",
      s.cancelled_at is not null as cancelled, s.cancel_reason as "cancelReason",
      ${msOf(sql`s.ended_at`)} as "endedAt", ${msOf(sql`s.moved_from`)} as "movedFrom",
      s.plan_version as version, k.code as "courseCode", k.title as "courseTitle",
      c.name as "cohortName", g.name as "groupName",
      coalesce(taught.assigned, '[]') as assigned, coalesce(taught.me, false) as teaches,
      ${relationsTo(subject, sql`c.id`, sql`k.id`, now)}
    from session s
      join course k on k.id = s.course_id
      join cohort c on c.id = s.cohort_id
      left join student_group g on g.id = s.group_id
      left join lateral (
        select jsonb_agg(jsonb_build_object('personId', p.id, 'displayName', p.display_name,
            'isSubstitute', t.is_substitute) order by t.position) as assigned,
          bool_or(p.id = ${subject.personId}::uuid) as me
        from session_teacher t join person p on p.id = t.person_id
        where t.session_id = s.id and p.status = 'active'
      ) as taught on true
    where ${which} and s.deleted_at is null
    order by s.starts_at, s.id`);
  return rows.map((row) => ({
    ...row,
    teachers: row.assigned.map(({ personId }) => personId),
  }));
}

/** The columns of `PlanningPlace`. */
function relationsTo(subject: Subject, cohort: SQL, course: SQL, now: Instant): SQL {
  return sql`
    exists (
      select from session_teacher mine join session its on its.id = mine.session_id
      where mine.person_id = ${subject.personId}::uuid and its.cohort_id = ${cohort}
        and its.deleted_at is null
    ) as "teachesCohort",
    exists (
      select from session_invitation asked join session its on its.id = asked.session_id
      where asked.person_id = ${subject.personId}::uuid and its.cohort_id = ${cohort}
        and its.deleted_at is null and asked.until_at > ${momentOf(now)}
    ) as "invitedToCohort",
    (select kind = 'practice' from course where id = ${course}) as "isPractice"`;
}

/** Where a new session is planned. */
export type NewPlace = PlanningPlace & {
  readonly cohortId: CohortId;
  readonly courseId: CourseId;
  readonly groupId: GroupId | null;
};

/** A place by its ids; null where there is no such cohort, the course is another programme's, or the group another cohort's. */
export async function planningPlaceOf(
  tx: Tx,
  subject: Subject,
  { cohortId, courseId, groupId }: Pick<NewPlace, 'cohortId' | 'courseId' | 'groupId'>,
  now: Instant,
): Promise<NewPlace | null> {
  const { rows } = await tx.execute<NewPlace>(sql`
    select c.id as "cohortId", k.id as "courseId", g.id as "groupId",
      ${relationsTo(subject, sql`c.id`, sql`k.id`, now)}
    from cohort c join course k on k.programme_id = c.programme_id
      left join student_group g on g.cohort_id = c.id and g.id = ${groupId}::uuid
        and g.archived_at is null
    where c.id = ${cohortId}::uuid and k.id = ${courseId}::uuid
      and (${groupId}::uuid is null or g.id is not null)`);
  return rows[0] ?? null;
}

/** Every cohort with every course of its programme, and the subject's relations to each pair. */
export async function everyPlace(tx: Tx, subject: Subject, now: Instant) {
  const { rows } = await tx.execute<
    Omit<NewPlace, 'groupId'> & {
      readonly name: string;
      readonly code: string;
      readonly title: string;
      readonly groups: { groupId: GroupId; name: string }[];
    }
  >(sql`
    select c.id as "cohortId", c.name, k.id as "courseId", k.code, k.title,
      coalesce((
        select jsonb_agg(jsonb_build_object('groupId', g.id, 'name', g.name) order by g.name)
        from student_group g where g.cohort_id = c.id and g.archived_at is null
      ), '[]') as groups,
      ${relationsTo(subject, sql`c.id`, sql`k.id`, now)}
    from cohort c join course k on k.programme_id = c.programme_id
    order by c.starts_on desc, c.name, k.code`);
  return rows;
}

/** Everybody who can be given a session: active, and a teacher just now. */
export async function teachersAt(
  tx: Tx,
  now: Instant,
): Promise<{ personId: PersonId; displayName: string }[]> {
  const { rows } = await tx.execute<{ personId: PersonId; displayName: string }>(sql`
    select p.id as "personId", p.display_name as "displayName"
    from person p join role_held r on r.person_id = p.id
    where r.role = 'teacher' and (r.until is null or r.until > ${momentOf(now)})
      and p.status = 'active'
    order by p.display_name, p.id`);
  return rows;
}

/** Gives a session to these, in their order. Where nothing changes nobody's rights are asked about again. */
export async function assignTeachers(
  tx: Tx,
  sessionId: SessionId,
  teachers: readonly Assigned[],
): Promise<void> {
  await tx.execute(sql`delete from session_teacher where session_id = ${sessionId}::uuid`);
  await tx.insert(sessionTeachers).values(
    teachers.map(({ personId, isSubstitute }, position) => ({
      ...{ sessionId, personId, position, isSubstitute },
    })),
  );
}

/**
 * Keeps a changed plan. Its invitations end as long after its end as before. When it was first told to begin stays known, until
 * it is back there.
 */
export async function savePlan(
  tx: Tx,
  sessionId: SessionId,
  plan: Span & { readonly title: string; readonly room: string },
): Promise<void> {
  const [starts, ends] = [momentOf(plan.startsAt), momentOf(plan.endsAt)];
  await tx.execute(sql`
    update session_invitation i set until_at = i.until_at + (${ends} - s.ends_at)
    from session s
    where s.id = i.session_id and s.id = ${sessionId}::uuid and s.ends_at <> ${ends}`);
  await tx.execute(sql`
    update session set title = ${plan.title}, room = ${plan.room},
      moved_from = nullif(case when starts_at = ${starts} then moved_from
        else coalesce(moved_from, starts_at) end, ${starts}),
      starts_at = ${starts}, ends_at = ${ends}, plan_version = plan_version + 1
    where id = ${sessionId}::uuid`);
}

/** Cancels them, or where `at` is null takes that back. */
export async function saveCancelling(
  tx: Tx,
  sessionIds: readonly SessionId[],
  { at, reason }: { readonly at: Instant | null; readonly reason: string },
): Promise<void> {
  await tx.execute(sql`
    update session set cancelled_at = ${at === null ? null : momentOf(at)}::timestamptz,
      cancel_reason = ${reason}, plan_version = plan_version + 1
    where id = any(${sql.param(sessionIds)}::uuid[])`);
}

/** Keeps for a day who changed them, so that nobody is told of what they did themselves. */
export async function keepWhoChanged(
  tx: Tx,
  sessionIds: readonly SessionId[],
  personId: PersonId,
  at: Instant,
): Promise<void> {
  await tx.execute(sql`delete from plan_change where at < ${momentOf(at - DAY_MS)}`);
  await tx.execute(sql`
    insert into plan_change (session_id, person_id, at)
    select *, ${personId}::uuid, ${momentOf(at)} from unnest(${sql.param(sessionIds)}::uuid[])
    on conflict (session_id) do update set person_id = excluded.person_id, at = excluded.at`);
}
