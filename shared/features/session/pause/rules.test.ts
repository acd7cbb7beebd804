import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MINUTE_MS } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { HandQueue } from '../hand-queue/model.ts';
import { callNext, giveWord, nextInLine } from '../hand-queue/rules.ts';
import type { RosterFact } from '../roster/facts.ts';
import type { QuietPause } from './model.ts';
import {
  countsAsPresent,
  endPause,
  endWithLeaving,
  evolvePauses,
  pauseOf,
  presentMsLeft,
  startPause,
} from './rules.ts';

const PEOPLE = ['anne', 'kari', 'ola', 'siri'] as PersonId[];
const [ANNE, KARI, OLA, SIRI] = PEOPLE as [PersonId, PersonId, PersonId, PersonId];
const person = fc.constantFrom(...PEOPLE);

function left(
  personId: PersonId,
  why: Extract<RosterFact, { type: 'participant-left' }>['why'],
): RosterFact {
  return { type: 'participant-left', personId, at: 1, why };
}

describe('F37 PAUSE-5 whoever steps away is on pause until they come back', () => {
  test('whatever is pressed, nobody is on pause twice, and a second press keeps the first time', () => {
    const press = fc.record({ who: person, away: fc.boolean(), at: fc.nat(1_000) });
    fc.assert(
      fc.property(fc.array(press), (presses) => {
        const expected = new Map<PersonId, number>();
        let pauses: QuietPause[] = [];
        for (const { who, away, at } of presses) {
          const { facts } = away ? startPause(pauses, who, at) : endPause(pauses, who, at);
          pauses = facts.reduce(evolvePauses, pauses);
          if (!away) expected.delete(who);
          else if (!expected.has(who)) expected.set(who, at);
        }
        expect(new Map(pauses.map(({ personId, since }) => [personId, since]))).toEqual(expected);
        const order = pauses.map(({ since }) => since);
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }),
    );
  });

  test('leaving and being taken out end it, a lost seat does not', () => {
    const pauses = [KARI, OLA, SIRI].map((personId) => ({ personId, since: 0 }));
    const happened = [left(KARI, 'left'), left(OLA, 'removed'), left(SIRI, 'seat-lost')];
    expect(endWithLeaving(pauses, happened, true, 7)).toEqual([
      { type: 'pause-ended', personId: KARI, at: 7 },
      { type: 'pause-ended', personId: OLA, at: 7 },
    ]);
  });

  test('when nobody is left, every pause is over', () => {
    const pauses = [KARI, SIRI].map((personId) => ({ personId, since: 0 }));
    const facts = endWithLeaving(pauses, [left(ANNE, 'left')], false, 7);
    expect(facts.reduce<QuietPause[]>(evolvePauses, pauses)).toEqual([]);
    expect(pauseOf([], KARI)).toBeUndefined();
  });
});

describe('F37 PAUSE-6 a pause counts as being present up to the limit of the course', () => {
  test('from its first moment, to the last before the limit, and for each pause anew', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(240), fc.nat(500 * MINUTE_MS), (since, minutes, awayMs) => {
        const pause = { personId: KARI, since };
        const limitMs = minutes * MINUTE_MS;
        const now = since + awayMs;
        expect(countsAsPresent(pause, now, limitMs)).toBe(awayMs < limitMs);
        expect(presentMsLeft(pause, now, limitMs)).toBe(Math.max(0, limitMs - awayMs));
      }),
    );
  });

  test('before it began it counts for nothing', () => {
    expect(countsAsPresent({ personId: KARI, since: 10 }, 9, MINUTE_MS)).toBe(false);
  });

  test('by a clock that is behind no more than the limit is left', () => {
    expect(presentMsLeft({ personId: KARI, since: 10 }, 9, MINUTE_MS)).toBe(MINUTE_MS);
  });
});

describe('F37 PAUSE-3 whoever is on pause keeps the place in the queue, and is not called', () => {
  const queue: HandQueue = {
    open: true,
    hands: PEOPLE.map((personId, at) => ({ personId, at })),
    word: null,
  };

  test('the next is the first in line who is not on pause, and nobody loses a place', () => {
    fc.assert(
      fc.property(fc.uniqueArray(person), (onPause) => {
        const next = nextInLine(queue, onPause);
        expect(next).toBe(PEOPLE.find((one) => !onPause.includes(one)));
        for (const one of PEOPLE) {
          const called = callNext(queue, one, ANNE, 9, onPause);
          expect(called.ok).toBe(one === next);
          const given = giveWord(queue, one, ANNE, 9, onPause);
          expect(given).toMatchObject(
            onPause.includes(one) ? { ok: false, refusal: 'on-pause' } : { ok: true },
          );
        }
      }),
    );
  });

  test('a queue in which all are on pause has nobody to call', () => {
    expect(callNext(queue, KARI, ANNE, 9, PEOPLE)).toEqual({ ok: false, refusal: 'queue-empty' });
  });
});
