import { and, desc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import type { Instant } from '#shared/kernel/duration.ts';
import type { CohortId, GroupId, PersonId } from '#shared/kernel/ids.ts';
import { newId } from '../../../platform/new-id.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf } from '../../../storage/moment.ts';
import { cohorts, enrolments, groupMembers, groups } from './tables.ts';

/** The cohort that a person is a student of just now, the one entered last if several; null for none. */
export async function currentCohortOf(
  tx: Tx,
  personId: PersonId,
  now: Instant,
): Promise<CohortId | null> {
  const [enrolment] = await tx
    .select({ cohortId: enrolments.cohortId })
    .from(enrolments)
    .where(
      and(
        eq(enrolments.personId, personId),
        lte(enrolments.fromAt, now),
        or(isNull(enrolments.untilAt), gt(enrolments.untilAt, now)),
      ),
    )
    .orderBy(desc(enrolments.fromAt), enrolments.cohortId)
    .limit(1);
  return enrolment?.cohortId ?? null;
}

/** Whether somebody is a student of any cohort just now. */
export async function isInCohort(tx: Tx, personId: PersonId, now: Instant): Promise<boolean> {
  return (await currentCohortOf(tx, personId, now)) !== null;
}

/** The name of a cohort that something else refers to, and that therefore exists. */
export async function cohortNamed(tx: Tx, cohortId: CohortId): Promise<string> {
  const [cohort] = await tx
    .select({ name: cohorts.name })
    .from(cohorts)
    .where(eq(cohorts.id, cohortId));
  if (!cohort) throw new Error(`cohort ${cohortId} is gone`);
  return cohort.name;
}

/** What every cohort is called, the one that began last first. */
export async function cohortsNamed(
  tx: Tx,
): Promise<{ readonly cohortId: CohortId; readonly name: string }[]> {
  const { id, name, startsOn } = cohorts;
  return tx.select({ cohortId: id, name }).from(cohorts).orderBy(desc(startsOn), name);
}

export type NewCohort = Omit<typeof cohorts.$inferInsert, 'id'>;

/** @throws when the name is another cohort's (unique `cohort_name_key`) */
export async function createCohort(tx: Tx, given: NewCohort): Promise<CohortId> {
  const id = newId<'cohort'>();
  await tx.insert(cohorts).values({ ...given, id });
  return id;
}

/** @throws when the cohort has a group of that name (unique `student_group_cohort_id_name_key`) */
export async function createGroup(tx: Tx, cohortId: CohortId, name: string): Promise<GroupId> {
  const id = newId<'group'>();
  await tx.insert(groups).values({ id, cohortId, name });
  return id;
}

/** Makes a person a student of a cohort from then on, without an end. */
export async function enrol(
  tx: Tx,
  personId: PersonId,
  cohortId: CohortId,
  fromAt: Instant,
): Promise<void> {
  await tx.insert(enrolments).values({ personId, cohortId, fromAt });
}

/** Makes a student a member of a group from then on, without an end. */
export async function joinGroup(
  tx: Tx,
  personId: PersonId,
  groupId: GroupId,
  fromAt: Instant,
): Promise<void> {
  await tx.insert(groupMembers).values({ personId, groupId, fromAt });
}

/**
 * Gives a cohort another name and first day (`YYYY-MM-DD`). Whoever is in it, and in its groups, without an
 * end is so from then on.
 * @param fromAt the beginning of that day
 */
export async function restartCohort(
  tx: Tx,
  cohortId: CohortId,
  { name, startsOn }: Pick<NewCohort, 'name' | 'startsOn'>,
  fromAt: Instant,
): Promise<void> {
  const at = momentOf(fromAt);
  await tx.update(cohorts).set({ name, startsOn }).where(eq(cohorts.id, cohortId));
  await tx.execute(sql`
    update enrolment set from_at = ${at}
    where cohort_id = ${cohortId}::uuid and from_at <> ${at} and until_at is null`);
  await tx.execute(sql`
    update group_member m set from_at = ${at} from student_group g
    where g.id = m.group_id and g.cohort_id = ${cohortId}::uuid
      and m.from_at <> ${at} and m.until_at is null`);
}
