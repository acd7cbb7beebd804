import { sql } from 'drizzle-orm';
import type { Instant } from '#shared/kernel/duration.ts';
import type { GatheringId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';

/** How a session stands in the plan, of nobody in particular. */
export type PlanAhead = {
  readonly sessionId: SessionId;
  readonly startsAt: Instant;
  readonly cancelled: boolean;
  readonly version: number;
  /** A hash of who takes it for somebody else; empty: nobody. */
  readonly substitutes: string;
  /** Who changed it last, when that was lately. */
  readonly changedBy: PersonId | null;
};

/** All that are to begin, and are not ended. */
export async function plansAhead(tx: Tx, now: Instant): Promise<PlanAhead[]> {
  const { rows } = await tx.execute<PlanAhead>(sql`
    select s.id as "sessionId", ${msOf(sql`s.starts_at`)} as "startsAt",
      s.cancelled_at is not null as cancelled, s.plan_version as version,
      coalesce((
        select md5(string_agg(t.person_id::text, ' ' order by t.person_id))
        from session_teacher t where t.session_id = s.id and t.is_substitute
      ), '') as substitutes,
      c.person_id as "changedBy"
    from session s left join plan_change c on c.session_id = s.id
    where s.deleted_at is null and s.ended_at is null and s.starts_at > ${momentOf(now)}
    order by s.starts_at, s.id`);
  return rows;
}

/** The gatherings that begin in a stretch of time. */
export async function gatheringsBetween(
  tx: Tx,
  fromAt: Instant,
  untilAt: Instant,
): Promise<{ readonly gatheringId: GatheringId; readonly startsAt: Instant }[]> {
  const { rows } = await tx.execute<{ gatheringId: GatheringId; startsAt: Instant }>(sql`
    select id as "gatheringId", ${msOf(sql`starts_at`)} as "startsAt" from gathering
    where starts_at > ${momentOf(fromAt)} and starts_at <= ${momentOf(untilAt)}
    order by starts_at, id`);
  return rows;
}
