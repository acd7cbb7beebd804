import { sql } from 'drizzle-orm';
import type { SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';

/** For how many minutes a quiet pause counts as being present, by the rule of the session's course. */
export async function pauseMinutesOf(tx: Tx, sessionId: SessionId): Promise<number> {
  const { rows } = await tx.execute<{ readonly minutes: number }>(sql`
    select c.pause_minutes as minutes from session s join course c on c.id = s.course_id
    where s.id = ${sessionId}`);
  return rows[0]?.minutes ?? 0;
}
