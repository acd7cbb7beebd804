import { sql } from 'drizzle-orm';
import type { PollQuestion, PreparedPoll } from '#shared/features/session/poll/model.ts';
import type { PersonId, PreparedPollId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';

/** What stands ready to be asked in the session, in the order in which it was made ready. */
export async function preparedIn(tx: Tx, sessionId: SessionId): Promise<PreparedPoll[]> {
  const { rows } = await tx.execute<PreparedPoll>(sql`
    select id, occasion, question, form, named from prepared_poll
    where session_id = ${sessionId} order by nth`);
  return rows;
}

export async function addPrepared(
  tx: Tx,
  sessionId: SessionId,
  id: PreparedPollId,
  { occasion, question, form, named }: PollQuestion,
  by: PersonId,
): Promise<void> {
  await tx.execute(sql`
    insert into prepared_poll (id, session_id, by_id, occasion, question, form, named)
    values (${id}, ${sessionId}, ${by}, ${occasion}, ${question}, ${JSON.stringify(form)}::jsonb, ${named})`);
}

/** It is taken away, or has been asked. What is not there is no matter. */
export async function dropPrepared(
  tx: Tx,
  sessionId: SessionId,
  id: PreparedPollId,
): Promise<void> {
  await tx.execute(sql`delete from prepared_poll where session_id = ${sessionId} and id = ${id}`);
}
