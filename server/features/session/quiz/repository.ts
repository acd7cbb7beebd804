import { sql } from 'drizzle-orm';
import type { PollTotals } from '#shared/features/session/poll/model.ts';
import type { PreparedQuiz, Quiz, QuizContent } from '#shared/features/session/quiz/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId, QuizId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';

/** With what was counted, when it is closed. */
export type HeldQuiz = QuizContent & {
  readonly id: QuizId;
  readonly version: number;
  readonly openedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly answered: readonly number[] | null;
  readonly totals: readonly (PollTotals | null)[] | null;
};

/** A quiz of the session, ready or opened. */
export async function quizOf(
  tx: Tx,
  sessionId: SessionId,
  quizId: QuizId,
): Promise<HeldQuiz | null> {
  const { rows } = await tx.execute<HeldQuiz>(sql`
    select id, version, title, questions, answered, totals,
      ${msOf(sql`opened_at`)} as "openedAt", ${msOf(sql`closed_at`)} as "closedAt"
    from quiz where session_id = ${sessionId} and id = ${quizId}`);
  return rows[0] ?? null;
}

/** What has been opened in the session, in the order in which it was. */
export async function openedIn(tx: Tx, sessionId: SessionId): Promise<Quiz[]> {
  const { rows } = await tx.execute<Quiz>(sql`
    select id, title, jsonb_array_length(questions) as length,
      ${msOf(sql`opened_at`)} as "openedAt", ${msOf(sql`closed_at`)} as "closedAt"
    from quiz where session_id = ${sessionId} and opened_at is not null order by opened_at, nth`);
  return rows;
}

/** What stands ready in the session, in the order in which it was made. */
export async function readyIn(tx: Tx, sessionId: SessionId): Promise<PreparedQuiz[]> {
  const { rows } = await tx.execute<PreparedQuiz>(sql`
    select id, version, title, questions from quiz
    where session_id = ${sessionId} and opened_at is null order by nth`);
  return rows;
}

/** Keeps a new one that stands ready. */
export async function addQuiz(
  tx: Tx,
  sessionId: SessionId,
  id: QuizId,
  { title, questions }: QuizContent,
  by: PersonId,
): Promise<void> {
  await tx.execute(sql`
    insert into quiz (id, session_id, by_id, title, questions)
    values (${id}, ${sessionId}, ${by}, ${title}, ${JSON.stringify(questions)}::jsonb)`);
}

export async function changeQuiz(
  tx: Tx,
  id: QuizId,
  version: number,
  { title, questions }: QuizContent,
): Promise<void> {
  await tx.execute(sql`
    update quiz set title = ${title}, questions = ${JSON.stringify(questions)}::jsonb, version = ${version}
    where id = ${id}`);
}

/** It is taken away while it stands ready. One that has been opened stays, and what is not there is no matter. */
export async function dropReady(tx: Tx, sessionId: SessionId, id: QuizId): Promise<void> {
  await tx.execute(sql`
    delete from quiz where session_id = ${sessionId} and id = ${id} and opened_at is null`);
}

export async function saveOpened(tx: Tx, id: QuizId, at: Instant): Promise<void> {
  await tx.execute(sql`update quiz set opened_at = ${momentOf(at)} where id = ${id}`);
}

/** Keeps that it is closed, how many have answered each question, and what of it may be seen. */
export async function saveClosed(
  tx: Tx,
  id: QuizId,
  at: Instant,
  answered: readonly number[],
  totals: readonly (PollTotals | null)[],
): Promise<void> {
  await tx.execute(sql`
    update quiz set closed_at = ${momentOf(at)}, answered = ${sql.param(answered)}::integer[],
      totals = ${JSON.stringify(totals)}::jsonb
    where id = ${id}`);
}
