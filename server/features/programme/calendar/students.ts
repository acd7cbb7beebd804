import { sql } from 'drizzle-orm';
import type { GatheringId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';

type Student = { readonly personId: PersonId; readonly displayName: string };
export type StudentOfSession = Student & { readonly sessionId: SessionId };
export type StudentOfGathering = Student & { readonly gatheringId: GatheringId };

/**
 * The students for whom these sessions were planned when they were: enrolled at some moment of each, and in its group where it
 * is one group's. Everybody by name, or one person alone. Whoever was erased is nobody.
 */
export async function studentsOfSessions(
  tx: Tx,
  sessionIds: readonly SessionId[],
  personId: PersonId | null,
): Promise<StudentOfSession[]> {
  const { rows } = await tx.execute<StudentOfSession>(sql`
    select s.id as "sessionId", p.id as "personId", p.display_name as "displayName"
    from session s join person p on p.display_name <> ''
    where s.id = any(${sql.param(sessionIds)}::uuid[]) and s.deleted_at is null
      and (${personId}::uuid is null or p.id = ${personId}::uuid)
      and exists (
        select from enrolment e
        where e.cohort_id = s.cohort_id and e.person_id = p.id
          and e.from_at < s.ends_at and (e.until_at is null or e.until_at > s.starts_at))
      and (s.group_id is null or exists (
        select from group_member g
        where g.group_id = s.group_id and g.person_id = p.id
          and g.from_at < s.ends_at and (g.until_at is null or g.until_at > s.starts_at)))
    order by p.display_name, p.id`);
  return rows;
}

/** The same of gatherings: enrolled at some moment of it in a cohort whose gathering it is. */
export async function studentsOfGatherings(
  tx: Tx,
  gatheringIds: readonly GatheringId[],
  personId: PersonId | null,
): Promise<StudentOfGathering[]> {
  const { rows } = await tx.execute<StudentOfGathering>(sql`
    select g.id as "gatheringId", p.id as "personId", p.display_name as "displayName"
    from gathering g join person p on p.display_name <> ''
    where g.id = any(${sql.param(gatheringIds)}::uuid[])
      and (${personId}::uuid is null or p.id = ${personId}::uuid)
      and exists (
        select from gathering_cohort c join enrolment e on e.cohort_id = c.cohort_id
        where c.gathering_id = g.id and e.person_id = p.id
          and e.from_at < g.ends_at and (e.until_at is null or e.until_at > g.starts_at))
    order by p.display_name, p.id`);
  return rows;
}
