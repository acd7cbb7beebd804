import { sql } from 'drizzle-orm';
import type { BreakoutPlan } from '#shared/features/session/breakout/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type {
  BreakoutId,
  CohortId,
  DocumentId,
  GroupId,
  PersonId,
  SessionId,
} from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';

/** So many earlier splits are offered to begin from. */
const EARLIER_OFFERED = 6;

/** How the session is to be split; null where nobody has planned it. */
export async function planOf(tx: Tx, sessionId: SessionId): Promise<BreakoutPlan | null> {
  const { rows } = await tx.execute<{ plan: BreakoutPlan }>(sql`
    select plan from breakout_plan where session_id = ${sessionId}`);
  return rows[0]?.plan ?? null;
}

export async function savePlan(
  tx: Tx,
  sessionId: SessionId,
  plan: BreakoutPlan | null,
  by: PersonId,
  at: Instant,
): Promise<void> {
  if (plan === null) {
    await tx.execute(sql`delete from breakout_plan where session_id = ${sessionId}`);
    return;
  }
  await tx.execute(sql`
    insert into breakout_plan (session_id, by_id, plan, at)
    values (${sessionId}, ${by}, ${JSON.stringify(plan)}::jsonb, ${momentOf(at)})
    on conflict (session_id) do update
      set by_id = excluded.by_id, plan = excluded.plan, at = excluded.at`);
}

export type EarlierSplit = {
  readonly title: string;
  readonly openedAt: Instant;
  readonly rooms: readonly {
    readonly id: BreakoutId;
    readonly name: string;
    readonly members: readonly PersonId[];
  }[];
};

/** How the cohort was split before, the latest first. */
export async function earlierSplits(
  tx: Tx,
  { cohortId, groupId }: { readonly cohortId: CohortId; readonly groupId: GroupId | null },
): Promise<readonly EarlierSplit[]> {
  const { rows } = await tx.execute<EarlierSplit>(sql`
    select s.title, ${msOf(sql`b.opened_at`)} as "openedAt",
      jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name, 'members', (
        select coalesce(jsonb_agg(m.person_id order by m.person_id), '[]')
        from breakout_member m where m.breakout_id = b.id)) order by b.place) as rooms
    from breakout b join session s on s.id = b.session_id
    where s.cohort_id = ${cohortId} and s.deleted_at is null and b.closed_at is not null
      and s.group_id is not distinct from ${groupId}::uuid
    group by s.id, s.title, b.opened_at
    order by b.opened_at desc limit ${EARLIER_OFFERED}`);
  return rows;
}

/** The cohort's own groups, with who is a member just now. */
export async function groupsOf(
  tx: Tx,
  cohortId: CohortId,
  now: Instant,
): Promise<readonly { readonly name: string; readonly members: PersonId[] }[]> {
  const at = momentOf(now);
  const { rows } = await tx.execute<{ name: string; members: PersonId[] }>(sql`
    select g.name, (
      select coalesce(jsonb_agg(m.person_id order by m.person_id), '[]') from group_member m
      where m.group_id = g.id and m.from_at <= ${at} and (m.until_at is null or m.until_at > ${at})
    ) as members
    from student_group g where g.cohort_id = ${cohortId} and g.archived_at is null order by g.name`);
  return rows;
}

/**
 * The texts of earlier rooms of the same people; null where a teacher does not teach the session that one was written in. A
 * room of others, one that is open, or one that never was, is not in it.
 */
export async function earlierRooms(
  tx: Tx,
  { cohortId, groupId }: { readonly cohortId: CohortId; readonly groupId: GroupId | null },
  teacherId: PersonId,
  rooms: readonly BreakoutId[],
): Promise<ReadonlyMap<BreakoutId, DocumentId | null>> {
  const { rows } = await tx.execute<{ id: BreakoutId; documentId: DocumentId | null }>(sql`
    select b.id, d.id as "documentId"
    from breakout b join session s on s.id = b.session_id
      left join document d on d.id = b.document_id and d.trashed_at is null and exists (
        select from session_teacher t
        where t.session_id = d.session_id and t.person_id = ${teacherId})
    where b.id = any(${sql.param(rooms)}::uuid[]) and b.closed_at is not null
      and s.deleted_at is null and s.cohort_id = ${cohortId}
      and s.group_id is not distinct from ${groupId}::uuid`);
  return new Map(rows.map(({ id, documentId }) => [id, documentId]));
}
