import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY_MS } from '#shared/kernel/duration.ts';
import { isChatDue, keepingOf } from './rules.ts';

const moment = fc.integer({ min: 0, max: 4e12 });
const session = fc.record({
  keptDays: fc.option(fc.integer({ min: 1, max: 3650 })),
  endsAt: moment,
  endedAt: fc.option(moment),
  studyEndsAt: moment,
});

test('CHAT-22 a chat is kept for the days of its course, counted from when the session was over', () => {
  const planned = { keptDays: 30, endsAt: 1_000, endedAt: null, studyEndsAt: 0 };
  expect(keepingOf(planned)).toEqual({ days: 30, erasedAt: 1_000 + 30 * DAY_MS });
  expect(keepingOf({ ...planned, endedAt: 500 }).erasedAt).toBe(1_000 + 30 * DAY_MS);
  expect(keepingOf({ ...planned, endedAt: 2_000 }).erasedAt).toBe(2_000 + 30 * DAY_MS);
});

test('CHAT-22 or until the cohort’s study ends', () => {
  const planned = { keptDays: null, endsAt: 1_000, endedAt: null, studyEndsAt: 90 * DAY_MS };
  expect(keepingOf(planned)).toEqual({ days: null, erasedAt: 90 * DAY_MS });
});

test('CHAT-22 no rule takes a chat away within a day of its session, nor before it is due', () => {
  fc.assert(
    fc.property(session, moment, (given, now) => {
      const keeping = keepingOf(given);
      expect(keeping.erasedAt).toBeGreaterThanOrEqual(
        Math.max(given.endsAt, given.endedAt ?? 0) + DAY_MS,
      );
      expect(isChatDue(keeping, now)).toBe(now >= keeping.erasedAt);
      // More days never mean sooner.
      if (given.keptDays !== null)
        expect(keepingOf({ ...given, keptDays: given.keptDays + 1 }).erasedAt).toBeGreaterThan(
          keeping.erasedAt,
        );
      // What is due stays due.
      if (isChatDue(keeping, now)) expect(isChatDue(keeping, now + 1)).toBe(true);
    }),
  );
});
