import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '#shared/kernel/duration.ts';
import { bandBetween, itemsOf, nextOf, OPEN_BAND_MS, type Planned, statusAt } from './rules.ts';

const NOON = 1_790_000_000_000;

function session(startsInHours: number, lengthHours: number, cancelled = false): Planned {
  const startsAt = NOON + startsInHours * HOUR_MS;
  return { startsAt, endsAt: startsAt + lengthHours * HOUR_MS, cancelled, endedAt: null };
}

const anySession = fc
  .record({
    start: fc.integer({ min: -500, max: 500 }),
    length: fc.integer({ min: 1, max: 12 }),
    cancelled: fc.boolean(),
  })
  .map(({ start, length, cancelled }) => session(start, length, cancelled));
const anySessions = fc.array(anySession, { maxLength: 20 });

describe('CAL-1 the status of a session', () => {
  test('CAL-1 the first millisecond is live, the end is past', () => {
    const lesson = session(0, 2);
    expect(statusAt(lesson, NOON - 1)).toBe('planned');
    expect(statusAt(lesson, NOON)).toBe('live');
    expect(statusAt(lesson, lesson.endsAt - 1)).toBe('live');
    expect(statusAt(lesson, lesson.endsAt)).toBe('past');
  });

  test('CAL-1 ended by its teachers it is past at once, and not what to go to', () => {
    const lesson = { ...session(0, 2), endedAt: NOON + 1 };
    expect(statusAt(lesson, NOON + 1)).toBe('past');
    expect(nextOf([lesson], NOON + 1)).toBeNull();
    expect(statusAt({ ...lesson, cancelled: true }, NOON + 1)).toBe('cancelled');
  });

  test('CAL-1 a cancelled session is cancelled before, during and after its time', () => {
    for (const start of [-5, -1, 3])
      expect(statusAt(session(start, 2, true), NOON)).toBe('cancelled');
  });
});

describe('CAL-2 the next session', () => {
  test('CAL-2 the one that runs goes before the one to come', () => {
    const [running, later] = [session(-1, 2), session(1, 2)];
    expect(nextOf([later, running], NOON)).toBe(running);
  });

  test('CAL-2 neither a past nor a cancelled one is next', () => {
    expect(nextOf([session(-4, 2), session(1, 1, true)], NOON)).toBeNull();
  });

  test('CAL-2 is live or planned, and nothing that could be next starts before it', () => {
    fc.assert(
      fc.property(anySessions, (sessions) => {
        const open = sessions.filter((s) => !s.cancelled && s.endsAt > NOON);
        const next = nextOf(sessions, NOON);
        if (open.length === 0) return next === null;
        return (
          next !== null &&
          open.includes(next) &&
          open.every((other) => other.startsAt >= next.startsAt)
        );
      }),
    );
  });
});

describe('CAL-3 the band between two gatherings', () => {
  test('CAL-3 the gathering that goes on is behind, the next one ahead', () => {
    const [first, second, third] = [session(-500, 48), session(-10, 48), session(300, 48)];
    expect(bandBetween([third, first, second], NOON)).toEqual({ from: second, to: third });
  });

  test('CAL-3 both ends are open where no gathering is known', () => {
    expect(bandBetween([], NOON)).toEqual({ from: null, to: null });
  });

  test('CAL-3 no gathering begins inside the band', () => {
    fc.assert(
      fc.property(anySessions, (gatherings) => {
        const { from, to } = bandBetween(gatherings, NOON);
        const fromAt = from?.startsAt ?? Number.NEGATIVE_INFINITY;
        const toAt = to?.startsAt ?? Number.POSITIVE_INFINITY;
        return (
          fromAt <= NOON &&
          toAt > NOON &&
          gatherings.every(
            (gathering) => gathering.startsAt <= fromAt || gathering.startsAt >= toAt,
          )
        );
      }),
    );
  });
});

describe('CAL-4 what lies in the band', () => {
  test('CAL-4 a session that starts with the next gathering is outside', () => {
    const [before, during] = [session(47, 1), session(48, 1, true)];
    expect(itemsOf({ from: null, to: session(48, 24) }, [during, before], NOON)).toEqual([before]);
  });

  test('CAL-4 cancelled sessions stay in their place', () => {
    const [first, cancelled, last] = [session(-3, 1), session(2, 1, true), session(5, 1)];
    expect(itemsOf({ from: null, to: null }, [last, cancelled, first], NOON)).toEqual([
      first,
      cancelled,
      last,
    ]);
  });

  test('CAL-4 an open end reaches eight weeks', () => {
    const within = session((OPEN_BAND_MS - DAY_MS) / HOUR_MS, 1);
    const beyond = session(OPEN_BAND_MS / HOUR_MS, 1);
    expect(itemsOf({ from: null, to: null }, [beyond, within], NOON)).toEqual([within]);
  });
});
