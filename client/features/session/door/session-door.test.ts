import { expect, test } from 'vitest';
import type { SessionGlance } from '#shared/features/session/roster/queries.ts';
import { languages } from '../../../platform/language.ts';
import { whoIsIn } from './session-door.ts';
import { words } from './words.ts';

const door = (presentCount: number, now: number) =>
  ({ door: 'open', startsAt: 1_000, now, presentCount }) as SessionGlance;

test('F4 an empty room is empty "yet" only until the session begins', () => {
  expect(whoIsIn(door(0, 999), words.nb)).toBe('Ingen er inne ennå.');
  expect(whoIsIn(door(0, 1_000), words.nb)).toBe('Ingen er inne akkurat nå.');
  expect(whoIsIn(door(1, 1_000), words.nb)).toBe('1 er inne.');
});

test.each(languages)('F4 in %s the two are told apart', (language) => {
  const [before, since] = [999, 1_000].map((now) => whoIsIn(door(0, now), words[language]));
  expect(before).not.toBe(since);
});
