import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MINUTE_MS } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { PauseForAllFact } from './facts.ts';
import { LONGEST_PAUSE_MINUTES, type PauseForAll, pauseMinutes } from './model.ts';
import {
  endPauseForAll,
  evolvePauseForAll,
  isPauseOn,
  lengthenPauseForAll,
  startPauseForAll,
} from './rules.ts';

const [anne, bjorn] = ['anne', 'bjorn'] as [PersonId, PersonId];
const carried = (facts: readonly PauseForAllFact[], from: PauseForAll | null = null) =>
  facts.reduce(evolvePauseForAll, from);
const minutes = fc.integer({ min: 1, max: LONGEST_PAUSE_MINUTES });

describe('F17 BREAK-1 a teacher begins a pause for all', () => {
  test('and while it is on, the first one counts', () => {
    const pause = carried(startPauseForAll(null, anne, 10, 0).facts);
    expect(pause).toEqual({ by: anne, startedAt: 0, endsAt: 10 * MINUTE_MS, ready: 0 });
    expect(startPauseForAll(pause, bjorn, 5, MINUTE_MS).facts).toEqual([]);
  });

  test('one whose time is over is no hindrance', () => {
    const pause = carried(startPauseForAll(null, anne, 10, 0).facts);
    const next = carried(startPauseForAll(pause, bjorn, 5, 10 * MINUTE_MS).facts, pause);
    expect(next).toMatchObject({ by: bjorn, endsAt: 15 * MINUTE_MS, ready: 0 });
  });

  test('of no length, or longer than anybody rests, is none', () => {
    for (const bad of [0, -1, 1.5, LONGEST_PAUSE_MINUTES + 1])
      expect(pauseMinutes.safeParse(bad).success).toBe(false);
  });
});

describe('F17 BREAK-3 and BREAK-4 it is lengthened, ended, and over by the clock', () => {
  test('whatever happens, it is on from its begin to its end and never longer than the longest', () => {
    const press = fc.record({
      do: fc.constantFrom('start' as const, 'more' as const, 'end' as const),
      minutes,
      stale: fc.boolean(),
      waitMs: fc.nat(40 * MINUTE_MS),
    });
    fc.assert(
      fc.property(fc.array(press), (presses) => {
        let now = 0;
        let pause: PauseForAll | null = null;
        let endsAt = 0;
        for (const each of presses) {
          now += each.waitMs;
          const wasOn = now < endsAt;
          expect(isPauseOn(pause, now)).toBe(wasOn);
          if (each.do === 'start') {
            pause = carried(startPauseForAll(pause, anne, each.minutes, now).facts, pause);
            if (!wasOn) endsAt = now + each.minutes * MINUTE_MS;
          } else if (each.do === 'end') {
            pause = carried(endPauseForAll(pause, anne, now).facts, pause);
            if (wasOn) endsAt = now;
          } else {
            const more = { minutes: each.minutes, endsAt: endsAt - Number(each.stale) };
            const decision = lengthenPauseForAll(pause, bjorn, more, now);
            const to = endsAt + each.minutes * MINUTE_MS;
            const fits = to - now <= LONGEST_PAUSE_MINUTES * MINUTE_MS;
            expect(decision.ok).toBe(wasOn && !each.stale && fits);
            if (decision.ok) {
              pause = carried(decision.facts, pause);
              endsAt = to;
            }
          }
          expect(isPauseOn(pause, now)).toBe(now < endsAt);
          expect(endsAt - now).toBeLessThanOrEqual(LONGEST_PAUSE_MINUTES * MINUTE_MS);
        }
      }),
    );
  });

  test('two who lengthen at once lengthen it once', () => {
    const pause = carried(startPauseForAll(null, anne, 10, 0).facts);
    const more = { minutes: 2, endsAt: 10 * MINUTE_MS };
    const first = lengthenPauseForAll(pause, anne, more, 1);
    if (!first.ok) throw new Error(first.refusal);
    const second = lengthenPauseForAll(carried(first.facts, pause), bjorn, more, 1);
    expect(second).toEqual({ ok: false, refusal: 'already-changed' });
  });
});

test('F17 BREAK-5 a new pause begins with nobody ready, and a longer one keeps who was', () => {
  const pause = carried([
    { type: 'pause-for-all-started', by: anne, at: 0, endsAt: 60 },
    { type: 'ready-counted', ready: 3 },
    { type: 'pause-for-all-lengthened', by: bjorn, at: 1, endsAt: 90 },
  ]);
  expect(pause).toEqual({ by: anne, startedAt: 0, endsAt: 90, ready: 3 });
  const ended = (at: number) => carried([{ type: 'pause-for-all-ended', by: anne, at }], pause);
  expect(ended(2)).toEqual({ by: anne, startedAt: 0, endsAt: 2, ready: 0 });
  expect(ended(0), 'it took no time').toBeNull();
  expect(carried([{ type: 'ready-counted', ready: 1 }])).toBeNull();
});
