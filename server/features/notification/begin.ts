import { sql } from 'drizzle-orm';
import {
  changeOf,
  HORIZON_MS,
  type Plan,
  remindersNow,
  type Stage,
} from '#shared/features/notification/causes.ts';
import type { NoticeKind } from '#shared/features/notification/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import { RETENTION } from '#shared/kernel/retention.ts';
import { newId } from '../../platform/new-id.ts';
import type { Database, Tx } from '../../storage/database.ts';
import { momentOf, msOf } from '../../storage/moment.ts';
import { inTransaction } from '../../storage/transaction.ts';
import { dueBetween, whoOwes } from '../assignment/public.ts';
import {
  expectedParticipants,
  gatheringsBetween,
  type PlanAhead,
  plansAhead,
  studentsOfGatherings,
} from '../programme/public.ts';

export type Cause = {
  readonly stage: Stage;
  readonly aboutId: string;
  readonly at: Instant;
  /** Of a changed plan, which change it is. */
  readonly version: number;
};

type WhoIsTold = (tx: Tx) => Promise<PersonId[]>;

/**
 * Begins what is to be told now: each cause once, in one transaction with whom it concerns. Whoever else begins the same, on
 * another server or in a job that is done again, meets the cause's row.
 */
export async function beginDue(database: Database, now: Instant): Promise<void> {
  const { plans, told, deadlines, gatherings } = await inTransaction(
    database,
    'view',
    async (tx) => ({
      plans: await plansAhead(tx, now),
      told: await toldPlans(tx),
      deadlines: await dueBetween(tx, now, now + HORIZON_MS),
      gatherings: await gatheringsBetween(tx, now, now + HORIZON_MS),
    }),
  );
  await seeFirst(database, plans);
  for (const plan of plans)
    if ((told.get(plan.sessionId) ?? plan.version) !== plan.version)
      await inTransaction(database, 'change', (tx) => beginChange(tx, plan, now));

  const remind = async (kind: NoticeKind, aboutId: string, at: Instant, who: WhoIsTold) => {
    for (const { stage } of remindersNow(kind, at, now)) {
      const cause = { stage, aboutId, at, version: 0 };
      await inTransaction(database, 'change', (tx) => begin(tx, cause, who, now));
    }
  };
  for (const { sessionId, startsAt, cancelled } of plans) {
    if (cancelled || startsAt > now + HORIZON_MS) continue;
    const who = expected(sessionId, now);
    await remind('session-tomorrow', sessionId, startsAt, who);
    await remind('session-soon', sessionId, startsAt, who);
  }
  for (const { assignmentId, dueAt } of deadlines)
    await remind('deadline', assignmentId, dueAt, (tx) => whoOwes(tx, assignmentId, now));
  for (const { gatheringId, startsAt } of gatherings)
    await remind('gathering', gatheringId, startsAt, async (tx) =>
      (await studentsOfGatherings(tx, [gatheringId], null)).map(({ personId }) => personId),
    );
}

function expected(sessionId: SessionId, now: Instant): WhoIsTold {
  return async (tx) =>
    (await expectedParticipants(tx, sessionId, now)).map(({ personId }) => personId);
}

/** Begins one cause, once, with whom it concerns. */
export async function begin(tx: Tx, cause: Cause, who: WhoIsTold, now: Instant): Promise<void> {
  const id = newId<'notice-cause'>();
  const { stage, aboutId, at, version } = cause;
  const { rowCount } = await tx.execute(sql`
    insert into notice_cause (id, stage, about_id, at, version, begun_at)
    values (${id}, ${stage}, ${aboutId}, ${momentOf(at)}, ${version}, ${momentOf(now)})
    on conflict (stage, about_id, at, version) do nothing`);
  if (rowCount !== 1) return;
  await tx.execute(sql`
    insert into notice (cause_id, person_id)
    select ${id}, * from unnest(${sql.param(await who(tx))}::uuid[])`);
}

/** How far each session's plan has been told. */
async function toldPlans(tx: Tx): Promise<ReadonlyMap<SessionId, number>> {
  const { rows } = await tx.execute<{ sessionId: SessionId; version: number }>(
    sql`select session_id as "sessionId", version from told_plan`,
  );
  return new Map(rows.map(({ sessionId, version }) => [sessionId, version]));
}

/** A plan that is seen for the first time is nothing that has changed. */
async function seeFirst(database: Database, plans: readonly PlanAhead[]): Promise<void> {
  await database.execute(sql`
    insert into told_plan (session_id, version, starts_at, cancelled, substitutes)
    select "sessionId", version, to_timestamp("startsAt" / 1000), cancelled, substitutes
    from jsonb_to_recordset(${JSON.stringify(plans)}::jsonb) as plan
      ("sessionId" uuid, version integer, "startsAt" float8, cancelled boolean, substitutes text)
    on conflict (session_id) do nothing`);
}

async function beginChange(tx: Tx, after: PlanAhead, now: Instant): Promise<void> {
  const { sessionId, version, startsAt, cancelled, substitutes } = after;
  const { rows } = await tx.execute<Plan & { version: number }>(sql`
    select version, ${msOf(sql`starts_at`)} as "startsAt", cancelled, substitutes
    from told_plan where session_id = ${sessionId}::uuid for update`);
  const [before] = rows;
  // Another server was here first.
  if (!before || before.version >= version) return;
  const stage = changeOf(before, after);
  const cause = stage && { stage, aboutId: sessionId, at: startsAt, version };
  // NOTE-15: whoever did it knows.
  const others: WhoIsTold = async (inTx) =>
    (await expected(sessionId, now)(inTx)).filter((personId) => personId !== after.changedBy);
  if (cause) await begin(tx, cause, others, now);
  await tx.execute(sql`
    update told_plan set version = ${version}, starts_at = ${momentOf(startsAt)},
      cancelled = ${cancelled}, substitutes = ${substitutes}
    where session_id = ${sessionId}::uuid`);
}

/** Forgets what lies behind, with who was told. */
export async function forgetOldCauses(database: Database, now: Instant): Promise<void> {
  const before = momentOf(now - RETENTION.notice);
  await database.execute(sql`delete from notice_cause where at < ${before}`);
  await database.execute(sql`delete from told_plan where starts_at < ${before}`);
  await database.execute(sql`delete from attendance_look where day < ${before}::date`);
}
