import { sql } from 'drizzle-orm';
import type { HandQueue } from '#shared/features/session/hand-queue/model.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';

/** Keeps the queue of a session whose row this transaction has locked. */
export async function saveHandQueue(tx: Tx, sessionId: SessionId, queue: HandQueue): Promise<void> {
  await tx.execute(sql`
    update session_live set hand_queue = ${JSON.stringify(queue)}::jsonb
    where session_id = ${sessionId}`);
}
