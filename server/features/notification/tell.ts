import { type SQL, sql } from 'drizzle-orm';
import { isAtHand, kindOf, type Stage, usefulUntil } from '#shared/features/notification/causes.ts';
import { isTimeForLetter, tellAt } from '#shared/features/notification/hours.ts';
import { NOTICES_PAGE, type Way } from '#shared/features/notification/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Database, Tx } from '../../storage/database.ts';
import { momentOf, msOf } from '../../storage/moment.ts';
import { inTransaction } from '../../storage/transaction.ts';
import { hasLowEnergy, leaveComposedLetter } from '../identity/public.ts';
import { choicesOf, settingOf } from './choices.ts';
import { devicesOf } from './push/devices.ts';
import type { PushJob } from './push/send-push.ts';

/** Leaves a notice to be sent to a device, in the transaction that settles it. */
export type LeavePush = (tx: Tx, job: PushJob) => Promise<void>;

/** Tells everybody whose time has come, each in a transaction of their own. */
export async function tellAll(
  database: Database,
  now: Instant,
  leavePush: LeavePush,
): Promise<void> {
  const { rows } = await database.execute<{ personId: PersonId }>(sql`
    select distinct person_id as "personId" from notice
    where mail_settled_at is null or push_settled_at is null`);
  for (const { personId } of rows)
    await inTransaction(database, 'change', async (tx) => {
      await tellByMail(tx, personId, now);
      await tellByPush(tx, personId, now, leavePush);
    });
}

type Waiting = { readonly causeId: string; readonly stage: Stage; readonly at: Instant };

/** Where a way's notices are settled. */
const SETTLED_AT: Readonly<Record<Way, SQL>> = {
  mail: sql.raw('mail_settled_at'),
  push: sql.raw('push_settled_at'),
};

/** Leaves one letter with all that has come together. What it says is found when it goes out. */
async function tellByMail(tx: Tx, personId: PersonId, now: Instant): Promise<void> {
  const ready = await readyIn(tx, 'mail', personId, now);
  const moments = ready.map(({ at }) => at);
  if (!isTimeForLetter(now, await lastLetterAt(tx, personId), moments)) return;
  const ends = ready.map(({ stage, at }) => usefulUntil(stage, at));
  const letterId = await leaveComposedLetter(tx, personId, {
    ...{ path: NOTICES_PAGE, at: now, usefulUntil: Math.max(...ends) },
  });
  await settle(tx, 'mail', personId, ready, now);
  await tx.execute(sql`
    update notice set letter_id = ${letterId}::uuid
    where person_id = ${personId}::uuid and ${among(ready)}`);
}

/** Each notice goes to each device by itself, so that one that fails is sent again alone. */
async function tellByPush(
  tx: Tx,
  personId: PersonId,
  now: Instant,
  leavePush: LeavePush,
): Promise<void> {
  const ready = await readyIn(tx, 'push', personId, now);
  if (ready.length === 0) return;
  for (const { deviceId } of await devicesOf(tx, personId))
    for (const { causeId } of ready) await leavePush(tx, { causeId, deviceId });
  await settle(tx, 'push', personId, ready, now);
}

/**
 * What a person may be told of now in one way; what needs no telling is settled. Another server at the same person finds nothing
 * to take.
 */
async function readyIn(tx: Tx, way: Way, personId: PersonId, now: Instant): Promise<Waiting[]> {
  const { rows: waiting } = await tx.execute<Waiting>(sql`
    select n.cause_id as "causeId", c.stage, ${msOf(sql`c.at`)} as at
    from notice n join notice_cause c on c.id = n.cause_id
    where n.person_id = ${personId}::uuid and n.${SETTLED_AT[way]} is null
    order by c.at, c.id for update of n skip locked`);
  if (waiting.length === 0) return [];
  const choices = await choicesOf(tx, personId);
  const calm = await hasLowEnergy(tx, personId);
  const isWanted = ({ stage }: Waiting) =>
    choices.some((one) => one.way === way && one.kind === kindOf(stage) && one.wanted) &&
    (!calm || isAtHand(stage));
  const wanted = waiting.filter((one) => isWanted(one) && now < usefulUntil(one.stage, one.at));
  const rest = waiting.filter((one) => !wanted.includes(one));
  await settle(tx, way, personId, rest, now);
  const { quiet } = await settingOf(tx, personId);
  return wanted.filter(({ at }) => tellAt(now, quiet, at) <= now);
}

async function lastLetterAt(tx: Tx, personId: PersonId): Promise<Instant | null> {
  const { rows } = await tx.execute<{ at: Instant | null }>(sql`
    select ${msOf(sql`max(mail_settled_at)`)} as at from notice
    where person_id = ${personId}::uuid and letter_id is not null`);
  return rows[0]?.at ?? null;
}

async function settle(
  tx: Tx,
  way: Way,
  personId: PersonId,
  notices: readonly Waiting[],
  now: Instant,
): Promise<void> {
  if (notices.length === 0) return;
  await tx.execute(sql`
    update notice set ${SETTLED_AT[way]} = ${momentOf(now)}
    where person_id = ${personId}::uuid and ${among(notices)}`);
}

function among(notices: readonly Waiting[]): SQL {
  return sql`cause_id = any(${sql.param(notices.map(({ causeId }) => causeId))}::uuid[])`;
}
