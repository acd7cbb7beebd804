import { beforeEach, expect, test } from 'vitest';
import type { PreparedQuiz } from '#shared/features/session/quiz/model.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import { EMPTY_QUIZ } from './form-of-quiz.ts';
import { createMaking } from './making.ts';

const stored = new Map<string, string>();
beforeEach(() => {
  stored.clear();
  globalThis.sessionStorage = {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, text: string) => stored.set(name, text),
    removeItem: (name: string) => stored.delete(name),
  } as unknown as Storage;
});

const make = () => createMaking('session' as SessionId, 'anne' as PersonId);
const idOf = (letter: string) => `0190a0a0-0000-7000-8000-00000000000${letter}`;
const ready = (id: string, version = 1) =>
  ({ id: idOf(id), version, title: `Quiz ${id}`, questions: [] }) as unknown as PreparedQuiz;
const write = (making: ReturnType<typeof make>, title: string) =>
  making.write({ ...making.draft(), title });

test('F16 what is being made waits while one that stands ready is changed, also over a reload', () => {
  const making = make();
  write(making, 'Ny');
  making.takeUp(ready('a'));
  write(making, 'A, endret');
  making.takeUp(ready('b'));
  const after = make();
  expect([after.draft().title, after.changes()]).toEqual([
    'Quiz b',
    { quizId: idOf('b'), seen: 1 },
  ]);
  after.takeUp(ready('a'));
  expect(after.draft().title).toBe('A, endret');
  after.forget();
  expect([after.draft().title, after.changes()]).toEqual(['Ny', null]);
});

test('F16 one that was changed by another meanwhile is taken up as it stands', () => {
  const making = make();
  making.takeUp(ready('a'));
  write(making, 'A, endret');
  making.takeUp(ready('a', 2));
  expect([making.draft().title, making.changes()]).toEqual([
    'Quiz a',
    { quizId: idOf('a'), seen: 2 },
  ]);
});

test('F16 when nothing is begun, nothing lies in the tab', () => {
  const making = make();
  write(making, 'Ny');
  making.forget();
  expect(making.draft()).toEqual(EMPTY_QUIZ);
  expect(stored.size).toBe(0);
});
