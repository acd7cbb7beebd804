import { beforeEach, expect, test } from 'vitest';
import type { PersonId, QuizId } from '#shared/kernel/ids.ts';
import { createAttempt } from './attempt.ts';

const stored = new Map<string, string>();
beforeEach(() => {
  stored.clear();
  globalThis.sessionStorage = {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, text: string) => stored.set(name, text),
    removeItem: (name: string) => stored.delete(name),
  } as unknown as Storage;
});

/** A way through three questions, by a tab that may have been there before. */
function begin(me = 'kari', length = 3) {
  const told: [number, readonly number[]][] = [];
  const of = { me: me as PersonId, quizId: 'quiz' as QuizId, length };
  return {
    told,
    attempt: createAttempt(of, (nth, choices) => told.push([nth, choices])),
  };
}

test('F16 QUIZ-4 QUIZ-5 what one answers first is told once, and nobody hears of another try', () => {
  const { attempt, told } = begin();
  attempt.answer([1]);
  attempt.goTo(1);
  attempt.answer([0, 2]);
  attempt.again();
  expect(attempt.answerTo(0)).toBeUndefined();
  attempt.answer([2]);
  expect(attempt.answerTo(0)).toEqual([2]);
  expect(told).toEqual([
    [0, [1]],
    [1, [0, 2]],
  ]);
});

test('QUIZ-4 after a reload one is where one was, and what was told is told no more', () => {
  begin().attempt.answer([1]);
  begin().attempt.goTo(2);
  const { attempt, told } = begin();
  expect([attempt.at(), attempt.answerTo(0)]).toEqual([2, [1]]);
  attempt.goTo(0);
  attempt.answer([0]);
  expect(told).toEqual([]);
  attempt.goTo(3);
  expect(attempt.isThrough()).toBe(true);
});

test('QUIZ-4 another person in the same tab begins anew, and what is not ours is no attempt', () => {
  begin('kari').attempt.answer([1]);
  expect(begin('ola').attempt.answerTo(0)).toBeUndefined();
  for (const name of stored.keys()) stored.set(name, '{"at":"x"}');
  expect(begin('kari').attempt.at()).toBe(0);
  begin('siri', 2).attempt.answer([0]);
  expect(begin('siri', 3).attempt.answerTo(0), 'of another length').toBeUndefined();
});
