import { sessionChannel } from '#shared/features/session/channel.ts';
import { readAnswer } from '#shared/features/session/poll/rules.ts';
import * as commands from '#shared/features/session/quiz/commands.ts';
import { maySteerQuiz } from '#shared/features/session/quiz/policy.ts';
import * as rules from '#shared/features/session/quiz/rules.ts';
import { takesPart } from '#shared/features/session/roster/rules.ts';
import { refuse } from '#shared/kernel/decision.ts';
import { answer, handle } from '../../../platform/handler.ts';
import { newId } from '../../../platform/new-id.ts';
import type { PassingKeys } from '../../../storage/passing-keys.ts';
import { lockAtSeat, lockOrOpenLive } from '../live-session.ts';
import { isOver, loadSession } from '../planned.ts';
import { countSealed, openSealed } from '../sealed/tally.ts';
import { closeNow } from './closing.ts';
import * as quizzes from './repository.ts';

/** Also by a teacher who is not in: a session is planned before anybody can come to it. */
export const prepareQuiz = handle(commands.prepareQuiz, loadSession, async (call) => {
  const { input, object, subject, now, tx } = call;
  const { sessionId } = object;
  if (isOver(object, now)) return refuse('session-over');
  await lockOrOpenLive(tx, sessionId);
  const ready = await quizzes.readyIn(tx, sessionId);
  const count = ready.length + (await quizzes.openedIn(tx, sessionId)).length;
  const { change, title, questions } = input;
  const of = ready.find(({ id }) => id === change?.quizId);
  const decision = rules.prepareQuiz(count, change && { of, seen: change.seen });
  if (!decision.ok) return decision;
  const content = { title, questions };
  if (!of) {
    const quizId = newId<'quiz'>();
    await quizzes.addQuiz(tx, sessionId, quizId, content, subject.personId);
    return answer({ quizId, version: 0 });
  }
  const version = of.version + 1;
  await quizzes.changeQuiz(tx, of.id, version, content);
  return answer({ quizId: of.id, version });
});

export const dropQuiz = handle(commands.dropQuiz, loadSession, async ({ input, object, tx }) => {
  await lockOrOpenLive(tx, object.sessionId);
  await quizzes.dropReady(tx, object.sessionId, input.quizId);
  return answer({});
});

export const openQuiz = (keys: PassingKeys) =>
  handle(commands.openQuiz, loadSession, async (call) => {
    const { input, object, subject, now, tx, publish } = call;
    const { sessionId } = object;
    if (isOver(object, now)) return refuse('session-over');
    if (!(await lockAtSeat(tx, sessionId, subject.personId))) return refuse('not-joined');
    const quiz = await quizzes.quizOf(tx, sessionId, input.quizId);
    if (!quiz) return refuse('unknown-quiz');
    const decision = rules.openQuiz(await quizzes.openedIn(tx, sessionId), quiz, now);
    if (!decision.ok) return decision;
    if (decision.facts.length === 0) return answer({});
    await quizzes.saveOpened(tx, quiz.id, now);
    await keys.draw(quiz.id);
    for (const [nth, question] of quiz.questions.entries())
      await openSealed(tx, { quizId: quiz.id, nth }, rules.formOf(question));
    publish(sessionChannel, sessionId, decision.facts);
    return answer({});
  });

export const answerQuiz = (keys: PassingKeys) =>
  handle(commands.answerQuiz, loadSession, async (call) => {
    const { input, object, subject, now, tx } = call;
    const { sessionId } = object;
    if (!(await lockAtSeat(tx, sessionId, subject.personId))) return refuse('not-joined');
    if (!takesPart({ guestAs: object.invitedAs })) return refuse('not-asked');
    const quiz = await quizzes.quizOf(tx, sessionId, input.quizId);
    if (!quiz || quiz.openedAt === null || quiz.closedAt !== null) return refuse('quiz-closed');
    const question = quiz.questions[input.nth];
    if (!question) return refuse('unknown-question');
    const read = readAnswer(rules.formOf(question), { choices: input.choices, text: '' });
    if (!read.ok) return read;
    // Whoever made it tries it out.
    if (maySteerQuiz(subject, object, now)) return answer({ counted: false });
    const key = await keys.get(quiz.id);
    // Put back from a backup, as for a poll.
    if (!key) return refuse('quiz-closed');
    const asked = { quizId: quiz.id, nth: input.nth };
    const tally = await countSealed(tx, asked, key, subject.personId, read.answer);
    return answer({ counted: tally !== null });
  });

export const closeQuiz = handle(commands.closeQuiz, loadSession, async (call) => {
  const { input, object, subject, now, tx, publish } = call;
  const { sessionId } = object;
  if (!(await lockAtSeat(tx, sessionId, subject.personId))) return refuse('not-joined');
  const opened = await quizzes.openedIn(tx, sessionId);
  const quiz = opened.find(({ id }) => id === input.quizId);
  if (quiz) publish(sessionChannel, sessionId, await closeNow(tx, quiz, now));
  return answer({});
});
