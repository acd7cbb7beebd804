import { totalsOf } from '#shared/features/session/poll/rules.ts';
import type { QuizFact } from '#shared/features/session/quiz/facts.ts';
import type { Quiz } from '#shared/features/session/quiz/model.ts';
import * as rules from '#shared/features/session/quiz/rules.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { breakSeal } from '../sealed/tally.ts';
import { openedIn, saveClosed } from './repository.ts';

/** Counts no more answers, and keeps of those to each question what may be seen. The session's row is locked. */
export async function closeNow(tx: Tx, quiz: Quiz, at: Instant): Promise<readonly QuizFact[]> {
  const { facts } = rules.closeQuiz(quiz, at);
  if (facts.length === 0) return facts;
  const tallies = [];
  for (let nth = 0; nth < quiz.length; nth += 1)
    tallies.push(await breakSeal(tx, { quizId: quiz.id, nth }));
  const answered = tallies.map(({ answers }) => answers);
  await saveClosed(tx, quiz.id, at, answered, tallies.map(totalsOf));
  return facts;
}

/** The one that is open in the session, if any. */
export async function closeOpenQuiz(
  tx: Tx,
  sessionId: SessionId,
  at: Instant,
): Promise<readonly QuizFact[]> {
  const open = rules.openOf(await openedIn(tx, sessionId));
  return open ? closeNow(tx, open, at) : [];
}
