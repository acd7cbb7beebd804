import { sql } from 'drizzle-orm';
import type { Step } from '#shared/features/session/afterwards/rules.ts';
import type { AgendaItem } from '#shared/features/session/agenda/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';

/** Keeps that an item became the current one. */
export async function keepStep(
  tx: Tx,
  sessionId: SessionId,
  { id, title, kind }: AgendaItem,
  at: Instant,
): Promise<void> {
  await tx.execute(sql`
    insert into agenda_step (session_id, item_id, title, kind, at)
    values (${sessionId}, ${id}, ${title}, ${kind}, ${momentOf(at)})`);
}

/** How the agenda was gone through, from the first step. */
export async function stepsOf(tx: Tx, sessionId: SessionId): Promise<Step[]> {
  const { rows } = await tx.execute<Step>(sql`
    select item_id as "itemId", title, kind, ${msOf(sql`at`)} as at
    from agenda_step where session_id = ${sessionId} order by nth`);
  return rows;
}
