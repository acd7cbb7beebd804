import { sql } from 'drizzle-orm';
import { DOOR_CLOSES_AFTER_MS } from '#shared/features/programme/calendar/model.ts';
import { sessionChannel } from '#shared/features/session/channel.ts';
import { DAY_MS, type Instant } from '#shared/kernel/duration.ts';
import type { PollId, QuizId, SessionId } from '#shared/kernel/ids.ts';
import type { UnitOfWork } from '../../../platform/unit-of-work.ts';
import type { Database, Tx } from '../../../storage/database.ts';
import { momentOf } from '../../../storage/moment.ts';
import type { PassingKeys } from '../../../storage/passing-keys.ts';
import { lockLive } from '../live-session.ts';
import { closeWithSession } from './closing.ts';

/** A key whose poll is not there after so long was drawn in a transaction that never came through. */
const DRAWN_IN_VAIN_AFTER_MS = DAY_MS;

/**
 * Closes what was left open in sessions that are over, or has come out of a backup without its key, and clears what was counted in closed polls and quizzes off the disk:
 * rows that are deleted lie in a table's file until it is written anew. That takes along what somebody's older view of the
 * database may still show: those wait for the next time.
 */
export async function tidySealed(parts: {
  readonly unitOfWork: UnitOfWork;
  readonly database: Database;
  readonly keys: PassingKeys;
}): Promise<void> {
  const { database, keys } = parts;
  const over = await parts.unitOfWork.run(({ tx, now }) => leftOpen(tx, now));
  for (const sessionId of new Set([...over, ...(await openWithoutKey(database, keys))])) {
    await parts.unitOfWork.run(async ({ tx, publish, now }) => {
      await lockLive(tx, sessionId);
      publish(sessionChannel, sessionId, await closeWithSession(tx, sessionId, now));
    });
  }
  await destroyPassed(parts);
  const { rows } = await database.execute<{ id: PollId | QuizId }>(sql`
    with oldest as (
      select max(age(backend_xmin)) as view from pg_stat_activity where datname = current_database())
    select id from poll, oldest where closed_at is not null and not tidied and age(poll.xmin) > oldest.view
    union all
    select id from quiz, oldest where closed_at is not null and not tidied and age(quiz.xmin) > oldest.view`);
  if (rows.length === 0) return;
  await database.execute(sql`vacuum (full) sealed_tally`);
  const ids = sql.param(rows.map(({ id }) => id));
  await database.execute(sql`update poll set tidied = true where id = any(${ids}::uuid[])`);
  await database.execute(sql`update quiz set tidied = true where id = any(${ids}::uuid[])`);
}

/** Sessions whose door has closed while something was being asked. */
async function leftOpen(tx: Tx, now: Instant): Promise<SessionId[]> {
  const { rows } = await tx.execute<{ sessionId: SessionId }>(sql`
    select s.id as "sessionId" from session s
    where (s.ended_at is not null or s.cancelled_at is not null
        or s.ends_at <= ${momentOf(now - DOOR_CLOSES_AFTER_MS)})
      and (exists (select from poll where session_id = s.id and closed_at is null)
        or exists (select from quiz where session_id = s.id and opened_at is not null and closed_at is null))`);
  return rows.map(({ sessionId }) => sessionId);
}

/** Sessions in which something is asked without a name whose key is not here. */
async function openWithoutKey(database: Database, keys: PassingKeys): Promise<SessionId[]> {
  const { rows } = await database.execute<{ id: string; sessionId: SessionId }>(sql`
    select id, session_id as "sessionId" from poll where closed_at is null and not named
    union all
    select id, session_id from quiz where opened_at is not null and closed_at is null`);
  const without: SessionId[] = [];
  for (const { id, sessionId } of rows) if (!(await keys.get(id))) without.push(sessionId);
  return without;
}

/** The keys of what is closed, also by a server that was killed before it could. */
async function destroyPassed({ unitOfWork, database, keys }: Parameters<typeof tidySealed>[0]) {
  const drawn = await keys.all();
  if (drawn.length === 0) return;
  const now = await unitOfWork.run((work) => Promise.resolve(work.now));
  const ids = sql.param(drawn.map(({ id }) => id));
  const { rows } = await database.execute<{ id: string; isOpen: boolean }>(sql`
    select id, closed_at is null as "isOpen" from poll where id = any(${ids}::uuid[])
    union all
    select id, closed_at is null from quiz where id = any(${ids}::uuid[])`);
  const known = new Map(rows.map(({ id, isOpen }) => [id, isOpen]));
  for (const { id, since } of drawn)
    if (!(known.get(id) ?? now - since < DRAWN_IN_VAIN_AFTER_MS)) await keys.destroy(id);
}
