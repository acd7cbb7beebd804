import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Visit } from '#shared/features/session/afterwards/model.ts';
import { MINUTE_MS } from '#shared/kernel/duration.ts';
import type { CorrectedTo } from '../correction/model.ts';
import type { Held, Seen, TimeFigure } from './model.ts';
import {
  BREAK_MS,
  dayFigureOf,
  mayBeTicked,
  NOTHING_SAID,
  type Said,
  soFar,
  stateOf,
  TICKS_BEFORE_MS,
  timeFigureOf,
  timesThere,
  totalOf,
} from './rules.ts';

const START = 1_000 * MINUTE_MS;
const min = (minutes: number) => START + minutes * MINUTE_MS;
const session = { from: START, to: min(120) };
const over: Held = { length: session, now: min(500) };

const stretch = fc.tuple(
  fc.integer({ min: -30, max: 150 }),
  fc.option(fc.integer({ min: 0, max: 100 })),
);
const visit = fc.tuple(stretch, fc.boolean()).map(([[from, length], lost]): Visit => {
  const to = length === null ? null : min(from + length);
  return { from: min(from), to, unwatched: lost && to !== null };
});
const room = stretch.map(([from, length]) => ({
  from: min(from),
  to: length === null ? null : min(from + length),
}));
const visits = fc.array(visit, { maxLength: 12 });
const seen: fc.Arbitrary<Seen> = fc.record({ visits, room: fc.array(room, { maxLength: 6 }) });
const was = (from: number, to: number | null, unwatched = false): Visit => ({
  ...{ from: min(from), unwatched },
  to: to === null ? null : min(to),
});

test('F33 ATT-1 a drop of less than five minutes is none; a longer one is', () => {
  const there = (back: number) =>
    timesThere(
      { visits: [was(-5, 40), { from: back, to: null, unwatched: false }], room: [] },
      session,
    );
  expect(there(min(45) - 1)).toEqual([session]);
  expect(there(min(45))).toEqual([
    { from: START, to: min(40) },
    { from: min(45), to: min(120) },
  ]);
});

test('F33 ATT-1 whatever was stored, times are in order, apart and within the session, and nothing that was seen is lost', () => {
  fc.assert(
    fc.property(seen, (stored) => {
      const times = timesThere(stored, session);
      for (const [nth, { from, to }] of times.entries()) {
        expect(from).toBeLessThan(to);
        expect(from).toBeGreaterThanOrEqual(session.from);
        expect(to).toBeLessThanOrEqual(session.to);
        const before = times[nth - 1];
        if (before) expect(from - before.to).toBeGreaterThanOrEqual(BREAK_MS);
      }
      expect(totalOf(times)).toBeLessThanOrEqual(session.to - session.from);
      for (const { from, to } of stored.visits) {
        const within = {
          from: Math.max(from, session.from),
          to: Math.min(to ?? session.to, session.to),
        };
        if (within.from >= within.to) continue;
        expect(times.some((time) => time.from <= within.from && within.to <= time.to)).toBe(true);
      }
    }),
  );
});

test('F33 ATT-1 the order in which visits were stored, and storing one twice, changes nothing; merged again it is the same', () => {
  fc.assert(
    fc.property(seen, ({ visits: stored, room: rooms }) => {
      const times = timesThere({ visits: stored, room: rooms }, session);
      expect(
        timesThere({ visits: stored.toReversed(), room: rooms.toReversed() }, session),
      ).toEqual(times);
      expect(
        timesThere({ visits: [...stored, ...stored], room: [...rooms, ...rooms] }, session),
      ).toEqual(times);
      const again = times.map((time) => ({ ...time, unwatched: false }));
      expect(timesThere({ visits: again, room: [] }, session)).toEqual(times);
    }),
  );
});

test('F33 ATT-1 somebody who is still there has been there so far, and not longer', () => {
  fc.assert(
    fc.property(seen, fc.integer({ min: -60, max: 300 }), (stored, minute) => {
      const held = { length: session, now: min(minute) };
      const until = soFar(held);
      expect(until.to).toBeLessThanOrEqual(Math.max(held.now, session.from));
      const { thereMs } = timeFigureOf(held, timesThere(stored, until), NOTHING_SAID);
      expect(thereMs).toBeLessThanOrEqual(totalOf([until]));
    }),
  );
});

test('F33 ATT-2 over the time that nobody watched, a line in the seminar room tells how long somebody stayed', () => {
  const lost = was(0, 10, true);
  const back = was(40, 60);
  const line = (from: number, to: number | null) => [
    { from: min(from), to: to === null ? null : min(to) },
  ];
  const minutes = (stored: Seen) => totalOf(timesThere(stored, session)) / MINUTE_MS;
  expect(minutes({ visits: [lost, back], room: [] })).toBe(30);
  expect(minutes({ visits: [lost, back], room: line(1, null) })).toBe(60);
  expect(minutes({ visits: [lost, back], room: line(1, 25) })).toBe(45);
  // Until the session ended, for one who never came back to us.
  expect(minutes({ visits: [lost], room: line(1, 110) })).toBe(110);
  // A line that had ended by then, or began later, tells nothing of it.
  expect(minutes({ visits: [lost, back], room: line(1, 9) })).toBe(30);
  expect(minutes({ visits: [lost, back], room: line(20, 39) })).toBe(30);
});

test('F33 ATT-2 where a server watched, the seminar room adds nothing: who left has left, and a pause beyond its limit is a break', () => {
  fc.assert(
    fc.property(visits, fc.array(room, { maxLength: 6 }), (stored, rooms) => {
      const watched = stored.map((one) => ({ ...one, unwatched: false }));
      expect(timesThere({ visits: watched, room: rooms }, session)).toEqual(
        timesThere({ visits: watched, room: [] }, session),
      );
    }),
  );
});

const corrected: fc.Arbitrary<CorrectedTo | null> = fc.oneof(
  fc.constant(null),
  fc.constantFrom({ as: 'present' } as const, { as: 'absent' } as const),
  fc.nat(300).map((minutes) => ({ as: 'minutes' as const, minutes })),
);
const said: fc.Arbitrary<Said> = fc.record({
  present: fc.constantFrom(true, false, null),
  corrected,
});

test('F33 ATT-3 a correction stands whatever is measured or ticked later, and a tick takes nothing away', () => {
  fc.assert(
    fc.property(seen, seen, said, fc.boolean(), (stored, later, words, tick) => {
      const figure = (what: Seen, told: Said): TimeFigure =>
        timeFigureOf(over, timesThere(what, session), told);
      const now = figure(stored, words);
      if (words.corrected !== null) {
        expect(now.source).toBe('corrected');
        const more = { visits: [...stored.visits, ...later.visits], room: later.room };
        expect(figure(more, { ...words, present: tick })).toEqual(now);
      } else {
        const measured = figure(stored, NOTHING_SAID);
        expect(measured.source).toBe('measured');
        expect(now.thereMs).toBeGreaterThanOrEqual(measured.thereMs);
        expect(now.source).toBe(words.present ? 'classroom' : 'measured');
      }
      expect(now.thereMs).toBeGreaterThanOrEqual(0);
      expect(now.thereMs).toBeLessThanOrEqual(totalOf([session]));
    }),
  );
});

test('F33 ATT-3 all of it, none of it, or so many minutes, and never more than the session has', () => {
  const half = [{ from: START, to: min(60) }];
  const minutes = (held: Held, told: Partial<Said>) =>
    timeFigureOf(held, half, { ...NOTHING_SAID, ...told }).thereMs / MINUTE_MS;
  expect(minutes(over, {})).toBe(60);
  expect(minutes(over, { present: true })).toBe(120);
  expect(minutes(over, { corrected: { as: 'present' } })).toBe(120);
  expect(minutes(over, { corrected: { as: 'absent' }, present: true })).toBe(0);
  expect(minutes(over, { corrected: { as: 'minutes', minutes: 90 } })).toBe(90);
  // Ended an hour early after all.
  const shorter = { ...over, length: { from: START, to: min(60) } };
  expect(minutes(shorter, { corrected: { as: 'minutes', minutes: 90 } })).toBe(60);
});

test('F33 ATT-3 of a gathering’s day nothing is known until somebody has said it, and a correction wins', () => {
  const day = { kind: 'day' };
  expect(dayFigureOf(NOTHING_SAID)).toEqual({ ...day, present: null, source: 'nobody' });
  for (const present of [true, false]) {
    const classroom = { ...day, present, source: 'classroom' };
    expect(dayFigureOf({ present, corrected: null })).toEqual(classroom);
    const to = { as: present ? ('absent' as const) : ('present' as const) };
    expect(dayFigureOf({ present, corrected: to })).toEqual({
      ...{ ...day, present: !present, source: 'corrected' },
    });
  }
});

test('F33 ATT-4 a session is ahead, on, over; those in the classroom are ticked off from a quarter of an hour before', () => {
  const at = (now: number) => stateOf({ length: session, now });
  expect([at(START - 1), at(START), at(min(120) - 1), at(min(120))]).toEqual([
    ...['ahead', 'on', 'on', 'over'],
  ]);
  expect(mayBeTicked(START, START - TICKS_BEFORE_MS - 1)).toBe(false);
  expect(mayBeTicked(START, START - TICKS_BEFORE_MS)).toBe(true);
});
