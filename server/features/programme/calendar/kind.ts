import { sql } from 'drizzle-orm';
import type { SessionKind } from '#shared/features/programme/calendar/model.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';

/** What a session is planned as. */
export async function sessionKindOf(tx: Tx, sessionId: SessionId): Promise<SessionKind> {
  const { rows } = await tx.execute<{ kind: SessionKind }>(
    sql`select kind from session where id = ${sessionId}::uuid`,
  );
  const [session] = rows;
  if (!session) throw new Error('a session that was found has gone');
  return session.kind;
}
