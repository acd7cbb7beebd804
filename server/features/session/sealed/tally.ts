import { createHmac } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { PollAnswer, PollForm, Tally } from '#shared/features/session/poll/model.ts';
import { count, emptyTally } from '#shared/features/session/poll/rules.ts';
import type { PersonId, PollId, QuizId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';

/** As people read: capitals beside small letters. */
const IN_ORDER = new Intl.Collator('nb');

type Row = {
  readonly marks: string[];
  readonly counts: number[];
  readonly texts: string[];
};

/** Whose answers are counted: a poll's, or those to one question of a quiz. */
export type Asked = { readonly pollId: PollId } | { readonly quizId: QuizId; readonly nth: number };

const pollOf = (asked: Asked) => ('pollId' in asked ? asked.pollId : null);
const quizOf = (asked: Asked) =>
  'quizId' in asked ? asked : ({ quizId: null, nth: null } as const);
const isOf = (asked: Asked) =>
  'pollId' in asked
    ? sql`poll_id = ${asked.pollId}`
    : sql`quiz_id = ${asked.quizId} and nth = ${asked.nth}`;

/** Begins to count: nobody has answered. Its key is drawn by whoever asks, and lies elsewhere. */
export async function openSealed(tx: Tx, asked: Asked, form: PollForm): Promise<void> {
  const { quizId, nth } = quizOf(asked);
  await tx.execute(sql`
    insert into sealed_tally (poll_id, quiz_id, nth, marks, counts, texts)
    values (${pollOf(asked)}, ${quizId}, ${nth}, '{}', ${sql.param(emptyTally(form).counts)}::integer[], '{}')`);
}

/**
 * Counts an answer once for each person. The row is written whole, whatever was answered, and everything in it stands in
 * the order of its letters: it never tells who came when, nor which count was raised last (docs/decisions/0076).
 * @param key of the poll or quiz
 * @returns how it stands now; null where the person had answered before
 */
export async function countSealed(
  tx: Tx,
  asked: Asked,
  key: Buffer,
  personId: PersonId,
  answer: PollAnswer,
): Promise<Tally | null> {
  const row = await sealedRow(tx, asked);
  const mark = markOf(asked, key, personId);
  if (row.marks.includes(mark)) return null;
  const marks = [...row.marks, mark].sort();
  const next = count(tallyIn(row), answer);
  const texts = [...next.texts].sort(IN_ORDER.compare);
  await tx.execute(sql`
    update sealed_tally set marks = ${sql.param(marks)}::text[], counts = ${sql.param(next.counts)}::integer[],
      texts = ${sql.param(texts)}::text[]
    where ${isOf(asked)}`);
  return { ...next, texts };
}

export async function hasAnsweredSealed(
  tx: Tx,
  asked: Asked,
  key: Buffer,
  personId: PersonId,
): Promise<boolean> {
  const row = await sealedRow(tx, asked);
  return row.marks.includes(markOf(asked, key, personId));
}

/** How many have answered. */
export async function countAnswered(tx: Tx, asked: Asked): Promise<number> {
  return (await sealedRow(tx, asked)).marks.length;
}

/** Ends it: what was counted is handed out, and the row is deleted. */
export async function breakSeal(tx: Tx, asked: Asked): Promise<Tally> {
  const tally = tallyIn(await sealedRow(tx, asked));
  await tx.execute(sql`delete from sealed_tally where ${isOf(asked)}`);
  return tally;
}

async function sealedRow(tx: Tx, asked: Asked): Promise<Row> {
  const { rows } = await tx.execute<Row>(sql`
    select marks, counts, texts from sealed_tally where ${isOf(asked)}`);
  const [row] = rows;
  if (!row) throw new Error('something that is asked without its tally');
  return row;
}

const tallyIn = ({ marks, counts, texts }: Row): Tally => ({
  ...{ answers: marks.length, counts, texts },
});

/** That the person has answered, to nobody without the key; another for each question of a quiz. */
const markOf = (asked: Asked, key: Buffer, personId: PersonId): string =>
  createHmac('sha256', key)
    .update('nth' in asked ? `${asked.nth} ${personId}` : personId)
    .digest('base64url');
