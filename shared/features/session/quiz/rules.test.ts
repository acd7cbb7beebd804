import { expect, test } from 'vitest';
import type { QuizId } from '#shared/kernel/ids.ts';
import { type Quiz, type QuizQuestion, quizContent, quizQuestion } from './model.ts';
import { closeQuiz, evolveQuizzes, formOf, openQuiz, outcomeOf, prepareQuiz } from './rules.ts';

const [ONE, OTHER] = ['one', 'other'] as unknown as [QuizId, QuizId];
const asked: QuizQuestion = {
  question: 'Hva er makt?',
  options: ['Å ville', 'Å kunne', 'Å få til'],
  right: [1],
  explanation: 'Weber sier mer.',
};
const ready = (id: QuizId) => ({ id, title: 'Makt', questions: [asked] });
const open = (id: QuizId): Quiz => ({
  ...{ id, title: 'Makt', length: 1, openedAt: 5, closedAt: null },
});

test('F16 QUIZ-2 with one right answer one is chosen, with several any', () => {
  expect(formOf(asked)).toEqual({ kind: 'single', options: asked.options });
  expect(formOf({ ...asked, right: [0, 2] }).kind).toBe('many');
});

test('F16 QUIZ-4 an answer is right, right in part, or another', () => {
  const two = { right: [0, 2] };
  expect(outcomeOf({ right: [1] }, [1])).toBe('right');
  expect(outcomeOf({ right: [1] }, [2])).toBe('other');
  expect(outcomeOf(two, [2, 0])).toBe('right');
  expect(outcomeOf(two, [0])).toBe('partly');
  expect(outcomeOf(two, [0, 1, 2]), 'all of them is no answer').toBe('partly');
  expect(outcomeOf(two, [1])).toBe('other');
});

test('QUIZ-2 what cannot be asked is no quiz', () => {
  const whole = { title: 'Makt', questions: [asked] };
  expect(quizContent.safeParse(whole).success).toBe(true);
  const refused = (part: Partial<QuizQuestion>) =>
    expect(quizQuestion.safeParse({ ...asked, ...part }).success, JSON.stringify(part)).toBe(false);
  refused({ right: [] });
  refused({ right: [3] });
  refused({ right: [1, 1] });
  refused({ options: ['Å ville'], right: [0] });
  refused({ options: ['Ja', 'ja '] });
  refused({ options: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] });
  refused({ question: ' ' });
  refused({ explanation: 'x'.repeat(501) });
  const noQuiz = (part: object) =>
    expect(quizContent.safeParse({ ...whole, ...part }).success).toBe(false);
  noQuiz({ title: '' });
  noQuiz({ title: 'x'.repeat(121) });
  noQuiz({ questions: [] });
  noQuiz({ questions: Array.from({ length: 21 }, () => asked) });
  const long = { ...asked, explanation: 'x'.repeat(500), question: 'y'.repeat(200) };
  const options = ['a', 'b', 'c'].map((letter) => letter.repeat(120));
  const questions = Array.from({ length: 20 }, () => ({ ...long, options }));
  noQuiz({ questions });
  expect(quizContent.safeParse({ ...whole, questions: questions.slice(0, 18) }).success).toBe(true);
});

test('F16 QUIZ-3 one is open at a time, and opening it twice opens it once', () => {
  const opened = openQuiz([], ready(ONE), 5);
  expect(opened).toEqual({ ok: true, facts: [{ type: 'quiz-opened', quiz: open(ONE) }] });
  expect(openQuiz([open(ONE)], ready(ONE), 6)).toEqual({ ok: true, facts: [] });
  expect(openQuiz([open(ONE)], ready(OTHER), 6)).toEqual({ ok: false, refusal: 'quiz-on' });
  const closed = [{ ...open(ONE), closedAt: 7 }];
  expect(openQuiz(closed, ready(OTHER), 8)).toMatchObject({ ok: true });
  expect(openQuiz(closed, ready(ONE), 8), 'closed it stays closed').toEqual({
    ok: true,
    facts: [],
  });
});

test('F16 QUIZ-6 closed it stays closed', () => {
  const { facts } = closeQuiz(open(ONE), 9);
  const closed = facts.reduce(evolveQuizzes, [open(OTHER), open(ONE)]);
  expect(closed).toEqual([open(OTHER), { ...open(ONE), closedAt: 9 }]);
  expect(closeQuiz({ ...open(ONE), closedAt: 9 }, 10).facts).toEqual([]);
});

test('QUIZ-1 a session has twenty at most, and one is changed as it was seen', () => {
  expect(prepareQuiz(19, null)).toMatchObject({ ok: true });
  expect(prepareQuiz(20, null)).toMatchObject({ refusal: 'too-many-quizzes' });
  expect(prepareQuiz(20, { of: { version: 2 }, seen: 2 })).toMatchObject({ ok: true });
  expect(prepareQuiz(1, { of: { version: 2 }, seen: 1 })).toMatchObject({
    refusal: 'quiz-changed',
  });
  expect(prepareQuiz(1, { of: undefined, seen: 1 })).toMatchObject({ refusal: 'unknown-quiz' });
});
