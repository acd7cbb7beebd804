import { expect, test } from 'vitest';
import type { SessionGlance } from '#shared/features/session/roster/queries.ts';
import { MINUTE_MS } from '#shared/kernel/duration.ts';
import { languages } from '../../../platform/language.ts';
import { canJoin, isLockedOut, lockInWords, startsOfItems, whoIsIn } from './session-door.ts';
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

test('ROSTER-20 the page shows the times of the room while the session is on, and the plan before it has begun', () => {
  const item = (
    minutes: number,
    phase: 'behind' | 'now' | 'ahead',
    kind: 'item' | 'pause' = 'item',
  ) => ({ title: 'Lesing', startsAt: 7, minutes, kind, phase });
  const seen = (
    begun: { since: number; pauseEndsAt: number | null } | null,
    given: Partial<Parameters<typeof startsOfItems>[0]> = {},
  ) =>
    startsOfItems({
      ...{ door: 'open', startsAt: 0, now: 20 * MINUTE_MS, begun },
      agenda: [item(10, 'behind'), item(20, 'now', 'pause'), item(5, 'ahead'), item(5, 'ahead')],
      ...given,
    }).map((at) => at && at / MINUTE_MS);
  const planned = [7, 7, 7, 7].map((at) => at / MINUTE_MS);
  const since = 15 * MINUTE_MS;
  expect(seen({ since, pauseEndsAt: null })).toEqual([null, 15, 35, 40]);
  expect(seen({ since, pauseEndsAt: 45 * MINUTE_MS }), 'a longer pause').toEqual([
    null,
    15,
    45,
    50,
  ]);
  expect(seen({ since, pauseEndsAt: null }, { now: 60 * MINUTE_MS })).toEqual([null, 15, 60, 65]);
  expect(seen(null)).toEqual(planned);
  expect(seen({ since, pauseEndsAt: null }, { door: 'session-cancelled' })).toEqual(planned);
});
