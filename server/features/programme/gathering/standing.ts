import { type SQL, sql } from 'drizzle-orm';
import type { GatheringStanding } from '#shared/features/programme/gathering/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { CohortId, GatheringId } from '#shared/kernel/ids.ts';
import type { Subject } from '#shared/wire/access.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';

/** A gathering with this subject's relations to those who are gathered; null where there is none of that id. */
export async function gatheringStanding(
  tx: Tx,
  subject: Subject,
  gatheringId: GatheringId,
  now: Instant,
): Promise<GatheringStanding | null> {
  const [found] = await standings(tx, subject, sql`g.id = ${gatheringId}::uuid`, now);
  return found ?? null;
}

/** The same for all of a cohort's gatherings, or for every one there is, in the order of their start. */
export function gatheringStandings(
  tx: Tx,
  subject: Subject,
  cohortId: CohortId | null,
  now: Instant,
): Promise<GatheringStanding[]> {
  const which =
    cohortId === null
      ? sql`true`
      : sql`exists (
          select from gathering_cohort c
          where c.gathering_id = g.id and c.cohort_id = ${cohortId}::uuid)`;
  return standings(tx, subject, which, now);
}

/** @param which a condition on `gathering g` */
async function standings(
  tx: Tx,
  subject: Subject,
  which: SQL,
  now: Instant,
): Promise<GatheringStanding[]> {
  const me = sql`${subject.personId}::uuid`;
  const at = momentOf(now);
  const { rows } = await tx.execute<GatheringStanding>(sql`
    select g.id as "gatheringId", g.title, g.place, g.mandatory,
      ${msOf(sql`g.starts_at`)} as "startsAt", ${msOf(sql`g.ends_at`)} as "endsAt",
      exists (
        select from gathering_cohort c join enrolment e on e.cohort_id = c.cohort_id
        where c.gathering_id = g.id and e.person_id = ${me}
          and e.from_at <= ${at} and (e.until_at is null or e.until_at > ${at})
      ) as "inCohort",
      exists (
        select from gathering_cohort c
          join session s on s.cohort_id = c.cohort_id and s.deleted_at is null
          join session_teacher t on t.session_id = s.id
        where c.gathering_id = g.id and t.person_id = ${me}
      ) as "teachesCohort"
    from gathering g where ${which}
    order by g.starts_at, g.id`);
  return rows;
}
