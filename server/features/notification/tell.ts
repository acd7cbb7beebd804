import { sql } from 'drizzle-orm';
import { isAtHand, kindOf, type Stage, usefulUntil } from '#shared/features/notification/causes.ts';
import { isTimeForLetter, tellAt } from '#shared/features/notification/hours.ts';
import { NOTICES_PAGE } from '#shared/features/notification/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Database, Tx } from '../../storage/database.ts';
import { momentOf, msOf } from '../../storage/moment.ts';
import { inTransaction } from '../../storage/transaction.ts';
import { hasLowEnergy, leaveComposedLetter } from '../identity/public.ts';
import { choicesOf, settingOf } from './choices.ts';

/** Tells everybody whose time has come, each in a transaction of their own. */
export async function tellAll(database: Database, now: Instant): Promise<void> {
  const { rows } = await database.execute<{ personId: PersonId }>(sql`
    select distinct person_id as "personId" from notice where mail_settled_at is null`);
  for (const { personId } of rows)
    await inTransaction(database, 'change', (tx) => tellByMail(tx, personId, now));
}

type Waiting = { readonly causeId: string; readonly stage: Stage; readonly at: Instant };

/**
 * Leaves one letter with all that has come together, and settles what needs none. What it says is found when it goes out.
 * Another server at the same person finds nothing to take.
 */
async function tellByMail(tx: Tx, personId: PersonId, now: Instant): Promise<void> {
  const waiting = await takeWaiting(tx, personId);
  const choices = await choicesOf(tx, personId);
  const calm = await hasLowEnergy(tx, personId);
  const isWanted = ({ stage }: Waiting) =>
    choices.some((one) => one.way === 'mail' && one.kind === kindOf(stage) && one.wanted) &&
    (!calm || isAtHand(stage));
  const isUseful = ({ stage, at }: Waiting) => now < usefulUntil(stage, at);
  const wanted = waiting.filter((one) => isWanted(one) && isUseful(one));
  await settle(tx, personId, without(waiting, wanted), null, now);

  const { quiet } = await settingOf(tx, personId);
  const ready = wanted.filter(({ at }) => tellAt(now, quiet, at) <= now);
  const moments = ready.map(({ at }) => at);
  if (!isTimeForLetter(now, await lastLetterAt(tx, personId), moments)) return;
  const ends = ready.map(({ stage, at }) => usefulUntil(stage, at));
  const letterId = await leaveComposedLetter(tx, personId, {
    ...{ path: NOTICES_PAGE, at: now, usefulUntil: Math.max(...ends) },
  });
  await settle(tx, personId, ready, letterId, now);
}

async function takeWaiting(tx: Tx, personId: PersonId): Promise<Waiting[]> {
  const { rows } = await tx.execute<Waiting>(sql`
    select n.cause_id as "causeId", c.stage, ${msOf(sql`c.at`)} as at
    from notice n join notice_cause c on c.id = n.cause_id
    where n.person_id = ${personId}::uuid and n.mail_settled_at is null
    order by c.at, c.id for update of n skip locked`);
  return rows;
}

async function lastLetterAt(tx: Tx, personId: PersonId): Promise<Instant | null> {
  const { rows } = await tx.execute<{ at: Instant | null }>(sql`
    select ${msOf(sql`max(mail_settled_at)`)} as at from notice
    where person_id = ${personId}::uuid and letter_id is not null`);
  return rows[0]?.at ?? null;
}

async function settle(
  tx: Tx,
  personId: PersonId,
  notices: readonly Waiting[],
  letterId: string | null,
  now: Instant,
): Promise<void> {
  if (notices.length === 0) return;
  await tx.execute(sql`
    update notice set mail_settled_at = ${momentOf(now)}, letter_id = ${letterId}::uuid
    where person_id = ${personId}::uuid
      and cause_id = any(${sql.param(notices.map(({ causeId }) => causeId))}::uuid[])`);
}

function without(all: readonly Waiting[], some: readonly Waiting[]): Waiting[] {
  return all.filter((one) => !some.includes(one));
}
