import fc from 'fast-check';
import { expect, test } from 'vitest';
import { settableClock } from '../testing/settable-clock.ts';
import { makeRateLimit } from './rate-limit.ts';

const LIMIT = { perSecond: 20, burst: 60 };

test('LIMIT-1 a burst passes, the next waits for its token', () => {
  const clock = settableClock();
  const take = makeRateLimit(LIMIT, clock);
  for (let n = 0; n < 60; n++) expect(take('a')).toBe(0);
  expect(take('a')).toBe(50);
  clock.advance(50);
  expect(take('a')).toBe(0);
});

test('LIMIT-1 one person does not spend what is another’s', () => {
  const take = makeRateLimit(LIMIT, settableClock());
  for (let n = 0; n < 61; n++) take('a');
  expect(take('b')).toBe(0);
});

test('LIMIT-1 no pattern of calls passes more than the burst and the rate together', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { maxLength: 400 }), (steps) => {
      const clock = settableClock();
      const start = clock.now();
      const take = makeRateLimit(LIMIT, clock);
      let passed = 0;
      let latest = start;
      for (const step of steps) {
        clock.advance(step);
        latest = Math.max(latest, clock.now());
        if (take('a') === 0) passed++;
      }
      const forward = steps.reduce((sum, step) => sum + Math.max(0, step), 0);
      expect(passed).toBeLessThanOrEqual(60 + Math.ceil((forward / 1000) * 20));
    }),
  );
});
