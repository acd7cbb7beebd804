import { expect, test } from 'vitest';
import type { SessionGlance } from '#shared/features/session/roster/queries.ts';
import { languages } from '../../../platform/language.ts';
import { canJoin, isLockedOut, lockInWords, whoIsIn } from './session-door.ts';
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

const locked = (lock: SessionGlance['lock'], given: Partial<SessionGlance> = {}) =>
  ({ ...door(1, 1_000), mayJoin: true, waits: false, lock, ...given }) as SessionGlance;

test.each(languages)(
  'F30 ORDER-3 in %s a locked door is said, and what it means for oneself',
  (language) => {
    const t = words[language];
    expect(lockInWords(locked('none'), t)).toBe('');
    const [inside, outside] = (['lets-you-in', 'keeps-you-out'] as const).map((lock) =>
      lockInWords(locked(lock), t),
    );
    for (const said of [inside, outside]) expect(said).toContain(t.locked);
    expect(inside).not.toBe(outside);
  },
);

test('F30 ORDER-2 a locked door takes the way in from nobody, and says to whom it is locked', () => {
  for (const lock of ['none', 'lets-you-in', 'keeps-you-out'] as const) {
    expect(canJoin(locked(lock))).toBe(true);
    expect(isLockedOut(locked(lock))).toBe(lock === 'keeps-you-out');
  }
  expect(isLockedOut(locked('keeps-you-out', { door: 'session-over' }))).toBe(false);
});
