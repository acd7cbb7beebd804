import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeSteadyClock } from './clock.ts';

const HOUR_MS = 3_600_000;
const START = Date.UTC(2026, 8, 29, 7, 0);

function machine() {
  const at = { wall: START, steady: 5 };
  const clock = makeSteadyClock(
    () => at.wall,
    () => at.steady,
  );
  const pass = (ms: number) => {
    at.wall += ms;
    at.steady += ms;
    return clock.now();
  };
  const set = (byMs: number) => {
    at.wall += byMs;
  };
  return { clock, pass, set };
}

test('X8 a clock set back an hour does not stretch a minute', () => {
  const { clock, pass, set } = machine();
  const before = clock.now();
  set(-HOUR_MS);
  expect(pass(60_000) - before).toBe(60_000);
  expect(pass(60_000) - before).toBe(120_000);
});

test('X8 set back and right again, it is right again', () => {
  const { clock, pass, set } = machine();
  set(-HOUR_MS);
  pass(10_000);
  set(HOUR_MS);
  expect(pass(10_000)).toBe(START + 20_000);
  expect(clock.now()).toBe(START + 20_000);
});

test('X8 a leap forward is believed', () => {
  const { pass, set } = machine();
  set(HOUR_MS);
  expect(pass(1)).toBe(START + HOUR_MS + 1);
});

test('X8 whatever the machine does, time does not go back by more than the small steps that keep it right', () => {
  const step = fc.record({
    pass: fc.nat(120_000),
    set: fc.integer({ min: -2 * HOUR_MS, max: 2 * HOUR_MS }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const { clock, pass, set } = machine();
      let latest = clock.now();
      for (const { pass: ms, set: byMs } of steps) {
        set(byMs);
        const now = pass(ms);
        expect(now).toBeGreaterThanOrEqual(latest - 1_000);
        latest = now;
      }
    }),
  );
});
