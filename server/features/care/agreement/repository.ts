import { type SQL, sql } from 'drizzle-orm';
import type { AgreementVersion } from '#shared/features/care/agreement/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { CohortId, GroupId, PersonId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';

/** Whose agreement: a group's, or where there is none the whole cohort's. */
export type Agreeing = { readonly cohortId: CohortId; readonly groupId: GroupId | null };

const isOf = ({ cohortId, groupId }: Agreeing): SQL =>
  sql`a.cohort_id = ${cohortId}::uuid and a.group_id is not distinct from ${groupId}::uuid`;

/** The latest versions first, at most so many; from before one of them, if it is named. */
export async function versionsOf(
  tx: Tx,
  whose: Agreeing,
  { before, most }: { readonly before?: number | undefined; readonly most: number },
): Promise<AgreementVersion[]> {
  const { rows } = await tx.execute<AgreementVersion>(sql`
    select a.version, a.text, ${msOf(sql`a.at`)} as at, coalesce(p.display_name, '') as by
    from group_agreement a left join person p on p.id = a.by_id
    where ${isOf(whose)} and ${before === undefined ? sql`true` : sql`a.version < ${before}`}
    order by a.version desc limit ${most}`);
  return rows;
}

/** The version that counts; null until somebody has written. */
export async function currentOf(tx: Tx, whose: Agreeing): Promise<AgreementVersion | null> {
  const [current] = await versionsOf(tx, whose, { most: 1 });
  return current ?? null;
}

/** The same, with what is written in the cohort put in order until the transaction ends. */
export async function lockCurrent(tx: Tx, whose: Agreeing): Promise<AgreementVersion | null> {
  await tx.execute(sql`select from cohort where id = ${whose.cohortId} for no key update`);
  return currentOf(tx, whose);
}

export async function saveVersion(
  tx: Tx,
  { cohortId, groupId }: Agreeing,
  { version, text }: Pick<AgreementVersion, 'version' | 'text'>,
  by: PersonId | null,
  at: Instant,
): Promise<void> {
  await tx.execute(sql`
    insert into group_agreement (cohort_id, group_id, version, text, at, by_id)
    values (${cohortId}, ${groupId}, ${version}, ${text}, ${momentOf(at)}, ${by})`);
}

/** What those who agree are called. */
export async function nameOf(tx: Tx, { cohortId, groupId }: Agreeing): Promise<string> {
  const { rows } = await tx.execute<{ name: string }>(
    groupId
      ? sql`select name from student_group where id = ${groupId}`
      : sql`select name from cohort where id = ${cohortId}`,
  );
  return rows[0]?.name ?? '';
}
