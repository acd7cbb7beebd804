import { sql } from 'drizzle-orm';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';

/** Our tables that name a person. Of an anonymous poll nothing does: while it is open a mark is made of a key that goes with it. */
export const POLL_TABLES = ['poll', 'poll_ballot', 'prepared_poll'] as const;

/** What the person has asked, and what they have answered under their name. */
export async function exportPolls(tx: Tx, personId: PersonId): Promise<readonly object[]> {
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    select poll.session_id, poll.occasion, poll.question, poll.form, poll.by_id is not distinct from ${personId} as "byMe",
      ballot.choices, ballot.text
    from poll left join poll_ballot ballot on ballot.poll_id = poll.id and ballot.person_id = ${personId}
    where poll.by_id = ${personId} or ballot.person_id is not null
    order by poll.opened_at`);
  const prepared = await tx.execute<Record<string, unknown>>(sql`
    select session_id, occasion, question, form from prepared_poll
    where by_id = ${personId} order by nth`);
  return [...rows, ...prepared.rows];
}

/** What they answered goes; what they asked is the session's, and names nobody from then on. */
export async function erasePolls(tx: Tx, personId: PersonId): Promise<void> {
  await tx.execute(sql`delete from poll_ballot where person_id = ${personId}`);
  await tx.execute(sql`update poll set by_id = null where by_id = ${personId}`);
  await tx.execute(sql`update prepared_poll set by_id = null where by_id = ${personId}`);
}
