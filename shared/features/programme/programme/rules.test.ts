import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayOfNumber } from '#shared/kernel/calendar-day.ts';
import { gatheringSpan, mayLast, overlaps, overlapsDays } from './rules.ts';
import { TEMPLATE_COURSES } from './template.ts';

const day = fc.integer({ min: 20_000, max: 22_000 }).map(dayOfNumber);
const days = fc
  .tuple(day, fc.integer({ min: 0, max: 300 }))
  .map(([firstDay, more]) => ({ firstDay, lastDay: addDays(firstDay, more) }));

test('F73 YEAR-1 a term lasts from its first day to its last, within a school year, also over a leap day', () => {
  expect(mayLast({ firstDay: '2026-08-17', lastDay: '2026-08-16' })).toMatchObject({
    refusal: 'ends-before-start',
  });
  expect(mayLast({ firstDay: '2026-08-17', lastDay: '2026-08-17' })).toEqual({ ok: true });
  expect(mayLast({ firstDay: '2028-02-29', lastDay: '2028-06-20' })).toEqual({ ok: true });
  expect(mayLast({ firstDay: '2026-08-17', lastDay: '2036-12-20' })).toMatchObject({
    refusal: 'too-long',
  });
});

test('F73 YEAR-2 two terms overlap when they share a day, from both sides', () => {
  fc.assert(
    fc.property(days, days, (a, b) => {
      expect(overlapsDays(a, b)).toBe(overlapsDays(b, a));
      expect(overlapsDays(a, a)).toBe(true);
      const after = addDays(a.lastDay, 1);
      expect(overlapsDays(a, { firstDay: after, lastDay: addDays(after, 10) })).toBe(false);
      expect(overlapsDays(a, { firstDay: a.lastDay, lastDay: after })).toBe(true);
    }),
  );
});

test('F74 YEAR-3 a gathering ends after it begins, within a month, by Oslo’s clock', () => {
  const of = (firstDay: string, from: string, lastDay: string, to: string) =>
    gatheringSpan({ firstDay, from, lastDay, to });
  expect(of('2026-10-14', '10:00', '2026-10-14', '09:59')).toMatchObject({ ok: false });
  expect(of('2026-10-14', '10:00', '2026-10-12', '15:00')).toMatchObject({ ok: false });
  expect(of('2026-10-14', '10:00', '2027-10-16', '15:00')).toMatchObject({ refusal: 'too-long' });
  // Over the night in which the clock is put back.
  const night = of('2026-10-24', '12:00', '2026-10-25', '12:00');
  expect(night.ok && (night.span.endsAt - night.span.startsAt) / 3_600_000).toBe(25);
  const next = of('2026-10-25', '12:00', '2026-10-26', '12:00');
  expect(night.ok && next.ok && overlaps(night.span, next.span)).toBe(false);
});

test('F73 the template is five courses of 60 credits, half of them practice', () => {
  const sum = (kind?: string) =>
    TEMPLATE_COURSES.filter((one) => !kind || one.kind === kind).reduce(
      (all, { credits }) => all + credits,
      0,
    );
  expect(TEMPLATE_COURSES).toHaveLength(5);
  expect([sum(), sum('practice')]).toEqual([60, 30]);
});
