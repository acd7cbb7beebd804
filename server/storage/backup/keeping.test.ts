import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/kernel/duration.ts';
import { outlived } from './keeping.ts';

const now = Date.UTC(2026, 10, 27, 12);

/** A backup every five minutes for so long, thinned after each. */
function keptAfter(days: number): number[] {
  let kept: number[] = [];
  for (let at = now - days * DAY_MS; at <= now; at += 5 * MINUTE_MS) {
    const gone = new Set(outlived([...kept, at], at));
    kept = [...kept, at].filter((each) => !gone.has(each));
  }
  return kept;
}

test('of one every five minutes stay those of two hours, one an hour for two days, and one a day for thirty', () => {
  const kept = keptAfter(35);
  const within = (from: number, to: number) =>
    kept.filter((at) => now - at > from && now - at <= to).length;
  expect(within(-1, 2 * HOUR_MS)).toBe(25);
  expect(within(2 * HOUR_MS, 2 * DAY_MS)).toBe(46);
  expect(within(2 * DAY_MS, 30 * DAY_MS)).toBe(28);
  expect(within(30 * DAY_MS, Number.POSITIVE_INFINITY)).toBe(0);
});

test('the newest stays, however old, and asking again takes nothing more', () => {
  expect(outlived([now - 400 * DAY_MS], now)).toEqual([]);
  const ages = fc.uniqueArray(fc.integer({ min: 0, max: 40 * DAY_MS }), { minLength: 1 });
  fc.assert(
    fc.property(ages, (each) => {
      const made = each.map((age) => now - age);
      const gone = outlived(made, now);
      const kept = made.filter((at) => !gone.includes(at));
      expect(kept).toContain(Math.max(...made));
      expect(outlived(kept, now)).toEqual([]);
    }),
  );
});
