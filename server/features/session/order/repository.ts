import { sql } from 'drizzle-orm';
import type { Order } from '#shared/features/session/order/model.ts';
import type { BeforeDoor } from '#shared/features/session/order/rules.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf } from '../../../storage/moment.ts';
import type { LiveSession } from '../live-session.ts';
import { hasLetIn } from '../moderation/log.ts';

/** What is closed; nothing in a session that nobody has come to. */
export function orderOf(live: Pick<LiveSession, 'lockedAt' | 'chatClosedAt'> | null): Order {
  return {
    locked: live !== null && live.lockedAt !== null,
    chatClosed: live !== null && live.chatClosedAt !== null,
  };
}

/** Keeps it. The session's row is locked. */
export async function saveOrder(
  tx: Tx,
  sessionId: SessionId,
  { locked, chatClosed }: Order,
  now: Instant,
): Promise<void> {
  await tx.execute(sql`
    update session_live
    set locked_at = case when ${locked} then coalesce(locked_at, ${momentOf(now)}) end,
      chat_closed_at = case when ${chatClosed} then coalesce(chat_closed_at, ${momentOf(now)}) end
    where session_id = ${sessionId}`);
}

/** What a locked door asks of somebody besides their seat. */
export async function beforeDoor(
  tx: Tx,
  sessionId: SessionId,
  personId: PersonId,
  lockedAt: Instant,
): Promise<Pick<BeforeDoor, 'dropped' | 'letIn'>> {
  const { rows } = await tx.execute(sql`
    select from seat where session_id = ${sessionId} and person_id = ${personId} and dropped`);
  const letIn = await hasLetIn(tx, sessionId, personId, lockedAt);
  return { dropped: rows.length > 0, letIn };
}

/** Remembers of these people that they did not go of their own. */
export async function noteDropped(
  tx: Tx,
  sessionId: SessionId,
  people: readonly PersonId[],
): Promise<void> {
  if (people.length === 0) return;
  await tx.execute(sql`
    update seat set dropped = true
    where session_id = ${sessionId} and person_id = any(${sql.param(people)}::uuid[])`);
}
