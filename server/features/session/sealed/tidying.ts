import { sql } from 'drizzle-orm';
import { DOOR_CLOSES_AFTER_MS } from '#shared/features/programme/calendar/model.ts';
import { sessionChannel } from '#shared/features/session/channel.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PollId, QuizId, SessionId } from '#shared/kernel/ids.ts';
import type { UnitOfWork } from '../../../platform/unit-of-work.ts';
import type { Database, Tx } from '../../../storage/database.ts';
import { momentOf } from '../../../storage/moment.ts';
import { lockLive } from '../live-session.ts';
import { closeWithSession } from './closing.ts';

/**
 * Closes what was left open in sessions that are over, and clears what was counted in closed polls and quizzes off the disk:
 * rows that are deleted lie in a table's file until it is written anew. That takes along what somebody's older view of the
 * database may still show: those wait for the next time.
 */
export async function tidySealed(parts: {
  readonly unitOfWork: UnitOfWork;
  readonly database: Database;
}): Promise<void> {
  for (const sessionId of await parts.unitOfWork.run(({ tx, now }) => leftOpen(tx, now))) {
    await parts.unitOfWork.run(async ({ tx, publish, now }) => {
      await lockLive(tx, sessionId);
      publish(sessionChannel, sessionId, await closeWithSession(tx, sessionId, now));
    });
  }
  const { database } = parts;
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
