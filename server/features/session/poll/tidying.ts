import { sql } from 'drizzle-orm';
import { DOOR_CLOSES_AFTER_MS } from '#shared/features/programme/calendar/model.ts';
import { sessionChannel } from '#shared/features/session/channel.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PollId, SessionId } from '#shared/kernel/ids.ts';
import type { UnitOfWork } from '../../../platform/unit-of-work.ts';
import type { Database, Tx } from '../../../storage/database.ts';
import { momentOf } from '../../../storage/moment.ts';
import { lockLive } from '../live-session.ts';
import { closeWithSession } from './closing.ts';

/**
 * Closes what was left open in sessions that are over, and clears what was counted in closed polls off the disk: rows that
 * are deleted lie in a table's file until it is written anew.
 */
export async function tidyPolls(parts: {
  readonly unitOfWork: UnitOfWork;
  readonly database: Database;
}): Promise<void> {
  for (const sessionId of await parts.unitOfWork.run(({ tx, now }) => leftOpen(tx, now))) {
    await parts.unitOfWork.run(async ({ tx, publish, now }) => {
      await lockLive(tx, sessionId);
      publish(sessionChannel, sessionId, await closeWithSession(tx, sessionId, now));
    });
  }
  const { rows } = await parts.database.execute<{ id: PollId }>(sql`
    select id from poll where closed_at is not null and not tidied`);
  if (rows.length === 0) return;
  await parts.database.execute(sql`vacuum (full) poll_tally`);
  const ids = JSON.stringify(rows.map(({ id }) => id));
  await parts.database.execute(sql`
    update poll set tidied = true
    where id in (select value::uuid from jsonb_array_elements_text(${ids}::jsonb))`);
}

/** Sessions whose door has closed while something was being asked. */
async function leftOpen(tx: Tx, now: Instant): Promise<SessionId[]> {
  const { rows } = await tx.execute<{ sessionId: SessionId }>(sql`
    select session_id as "sessionId" from poll join session s on s.id = session_id
    where closed_at is null and (s.ended_at is not null or s.cancelled_at is not null
      or s.ends_at <= ${momentOf(now - DOOR_CLOSES_AFTER_MS)})`);
  return rows.map(({ sessionId }) => sessionId);
}
