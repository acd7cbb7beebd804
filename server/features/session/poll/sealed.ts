import { createHmac, randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { PollAnswer, PollForm, Tally } from '#shared/features/session/poll/model.ts';
import { count, emptyTally } from '#shared/features/session/poll/rules.ts';
import type { PersonId, PollId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';

/** As people read: capitals beside small letters. */
const IN_ORDER = new Intl.Collator('nb');
/** Bytes: as long as the hash that it keys (RFC 2104 §3). */
const KEY_BYTES = 32;

type Row = {
  readonly key: Buffer;
  readonly marks: string[];
  readonly counts: number[];
  readonly texts: string[];
};

/** Begins to count: nobody has answered. The key is drawn for this poll alone, and goes with it. */
export async function openSealed(tx: Tx, pollId: PollId, form: PollForm): Promise<void> {
  await tx.execute(sql`
    insert into poll_tally (poll_id, key, marks, counts, texts)
    values (${pollId}, ${randomBytes(KEY_BYTES)}, '{}', ${sql.param(emptyTally(form).counts)}::integer[], '{}')`);
}

/**
 * Counts an answer once for each person. The row is written whole, whatever was answered, and everything in it stands in
 * the order of its letters: it never tells who came when, nor which count was raised last (docs/decisions/0076).
 * @returns how it stands now; null where the person had answered before
 */
export async function countSealed(
  tx: Tx,
  pollId: PollId,
  personId: PersonId,
  answer: PollAnswer,
): Promise<Tally | null> {
  const row = await sealedRow(tx, pollId);
  const mark = markOf(row, personId);
  if (row.marks.includes(mark)) return null;
  const marks = [...row.marks, mark].sort();
  const next = count(tallyIn(row), answer);
  const texts = [...next.texts].sort(IN_ORDER.compare);
  await tx.execute(sql`
    update poll_tally set marks = ${sql.param(marks)}::text[], counts = ${sql.param(next.counts)}::integer[],
      texts = ${sql.param(texts)}::text[]
    where poll_id = ${pollId}`);
  return { ...next, texts };
}

export async function hasAnsweredSealed(
  tx: Tx,
  pollId: PollId,
  personId: PersonId,
): Promise<boolean> {
  const row = await sealedRow(tx, pollId);
  return row.marks.includes(markOf(row, personId));
}

/** Ends it: what was counted is handed out, and the row with its key is deleted. */
export async function breakSeal(tx: Tx, pollId: PollId): Promise<Tally> {
  const tally = tallyIn(await sealedRow(tx, pollId));
  await tx.execute(sql`delete from poll_tally where poll_id = ${pollId}`);
  return tally;
}

async function sealedRow(tx: Tx, pollId: PollId): Promise<Row> {
  const { rows } = await tx.execute<Row>(sql`
    select key, marks, counts, texts from poll_tally where poll_id = ${pollId}`);
  const [row] = rows;
  if (!row) throw new Error('an open poll without its tally');
  return row;
}

const tallyIn = ({ marks, counts, texts }: Row): Tally => ({
  ...{ answers: marks.length, counts, texts },
});

/** That the person has answered, to nobody without the key. */
const markOf = ({ key }: Row, personId: PersonId): string =>
  createHmac('sha256', key).update(personId).digest('base64url');
