import { type SQL, sql } from 'drizzle-orm';
import type { Instant } from '#shared/kernel/duration.ts';
import type { CohortId, GroupId, Id, PersonId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf } from '../../../storage/moment.ts';
import { termsOf } from '../programme/year.ts';
import { joinGroup } from './repository.ts';

/**
 * Ends rows that run. One that began this very moment never was: it has no length.
 * @returns whether there was one
 */
async function endNow(
  tx: Tx,
  table: 'enrolment' | 'group_member',
  which: SQL,
  now: Instant,
): Promise<boolean> {
  const at = momentOf(now);
  const name = sql.identifier(table);
  const begun = await tx.execute(sql`delete from ${name} where from_at = ${at} and ${which}`);
  const ended = await tx.execute(sql`
    update ${name} set until_at = ${at}
    where from_at < ${at} and (until_at is null or until_at > ${at}) and ${which}`);
  return (begun.rowCount ?? 0) + (ended.rowCount ?? 0) > 0;
}

/** Ends somebody's enrolment in a cohort and their place in its groups. @returns whether they were in it */
export async function leaveCohort(
  tx: Tx,
  personId: PersonId,
  cohortId: CohortId,
  now: Instant,
): Promise<boolean> {
  const whose = sql`person_id = ${personId}::uuid`;
  await endNow(
    tx,
    'group_member',
    sql`${whose} and group_id in (
    select id from student_group where cohort_id = ${cohortId}::uuid)`,
    now,
  );
  return endNow(tx, 'enrolment', sql`${whose} and cohort_id = ${cohortId}::uuid`, now);
}

/** @returns whether they were in it */
export function leaveGroup(
  tx: Tx,
  personId: PersonId,
  groupId: GroupId,
  now: Instant,
): Promise<boolean> {
  const which = sql`person_id = ${personId}::uuid and group_id = ${groupId}::uuid`;
  return endNow(tx, 'group_member', which, now);
}

/** Out of the groups of the cohort that run, and into this one. @returns whether they were not in it already */
export async function moveToGroup(
  tx: Tx,
  personId: PersonId,
  to: { readonly groupId: GroupId; readonly cohortId: CohortId },
  now: Instant,
): Promise<boolean> {
  const { groupId, cohortId } = to;
  const at = momentOf(now);
  const { rowCount } = await tx.execute(sql`
    select from group_member where person_id = ${personId}::uuid and group_id = ${groupId}::uuid
      and from_at <= ${at} and (until_at is null or until_at > ${at})`);
  if (rowCount !== 0) return false;
  await endNow(
    tx,
    'group_member',
    sql`person_id = ${personId}::uuid and group_id in (
    select id from student_group where cohort_id = ${cohortId}::uuid and archived_at is null)`,
    now,
  );
  await joinGroup(tx, personId, groupId, now);
  return true;
}

export async function renameGroup(tx: Tx, groupId: GroupId, name: string): Promise<void> {
  await tx.execute(sql`update student_group set name = ${name} where id = ${groupId}::uuid`);
}

/** From then on it is offered for nothing new; null takes that back. */
export async function archiveGroup(tx: Tx, groupId: GroupId, at: Instant | null): Promise<void> {
  await tx.execute(sql`
    update student_group set archived_at = ${at === null ? null : momentOf(at)}::timestamptz
    where id = ${groupId}::uuid`);
}

/** What is worth having of a cohort in the next: its programme, its terms, and what the groups that run are called. */
export async function setUpOf(tx: Tx, cohortId: CohortId) {
  const { rows } = await tx.execute<{ programmeId: Id<'programme'>; groupNames: string[] }>(sql`
    select programme_id as "programmeId", array(
        select name from student_group where cohort_id = c.id and archived_at is null order by name
      ) as "groupNames"
    from cohort c where id = ${cohortId}::uuid`);
  const [found] = rows;
  if (!found) throw new Error(`cohort ${cohortId} is gone`);
  return { ...found, terms: await termsOf(tx, cohortId) };
}
