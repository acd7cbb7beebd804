import { sql } from 'drizzle-orm';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';

/** Our tables that name a person. Of those who answer nothing does: while it is open a mark is made of a key that goes with it. */
export const QUIZ_TABLES = ['quiz'] as const;

/** What the person has made for others to take. What they themselves answered is known to nobody. */
export async function exportQuizzes(tx: Tx, personId: PersonId): Promise<readonly object[]> {
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    select session_id, title, questions, opened_at, closed_at from quiz
    where by_id = ${personId} order by nth`);
  return rows;
}

/** What they made is the session's, and names nobody from then on. */
export async function eraseQuizzes(tx: Tx, personId: PersonId): Promise<void> {
  await tx.execute(sql`update quiz set by_id = null where by_id = ${personId}`);
}
