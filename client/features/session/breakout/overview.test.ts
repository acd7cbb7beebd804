import { describe, expect, test } from 'vitest';
import type { Breakout, Breakouts } from '#shared/features/session/breakout/model.ts';
import type { BreakoutId, PersonId } from '#shared/kernel/ids.ts';
import {
  activityOf,
  askedKeys,
  doorOf,
  inMainOf,
  minutesAsked,
  minutesSince,
  newlyAsked,
  peopleOf,
  threadAt,
  toPlaceOf,
  waitingOf,
} from './overview.ts';

const MINUTE = 60_000;
const person = (name: string) => name as PersonId;
const [anne, solveig] = [person('anne'), person('solveig')];
const [ola, kari, per] = [person('ola'), person('kari'), person('per')];
const teachers = new Set([anne, solveig]);

function group(name: string, given: Partial<Breakout> = {}): Breakout {
  return {
    ...{ id: name as BreakoutId, name, members: [], inside: [], documentId: null },
    ...{ called: null, minuteAsked: false, hands: [], knocks: [] },
    ...given,
  };
}
const splitInto = (...rooms: readonly Breakout[]): Breakouts => ({
  ...{ by: anne, task: '', choice: false, choosers: [], openedAt: 0, endsAt: null },
  rooms: [...rooms],
});
const called = (at: number) => ({ called: { by: ola, at } });

describe('who waits for a teacher', () => {
  const split = splitInto(
    group('1', { ...called(300), inside: [ola] }),
    group('2', { inside: [per] }),
    group('3', { ...called(100), inside: [kari] }),
    group('4', { ...called(50), minuteAsked: true, inside: [anne] }),
  );

  test('those who have waited longest come first, and not those whom one is with', () => {
    expect(waitingOf(split, anne).map(({ name }) => name)).toEqual(['3', '1']);
    expect(waitingOf(split, solveig).map(({ name }) => name)).toEqual(['4', '3', '1']);
  });

  test('nor are those who ask for a minute more, to whoever is with them', () => {
    expect(minutesAsked(split, anne)).toEqual([]);
    expect(minutesAsked(split, solveig).map(({ name }) => name)).toEqual(['4']);
  });

  test('is news once; whoever asks anew, asks anew', () => {
    const keys = askedKeys(split, solveig);
    expect(newlyAsked(new Map(), keys)).toEqual({ calls: ['4', '3', '1'], minutes: ['4'] });
    expect(newlyAsked(keys, keys)).toEqual({ calls: [], minutes: [] });
    const again = askedKeys(splitInto(group('1', called(900)), group('3', called(100))), solveig);
    expect(newlyAsked(keys, again)).toEqual({ calls: ['1'], minutes: [] });
  });
});

describe('at a door', () => {
  test('one knocks where students are, and waits; a call or an empty room is open', () => {
    expect(doorOf(group('1', { inside: [ola] }), anne, teachers)).toBe('closed');
    const knocks = [{ by: anne, at: 0 }];
    expect(doorOf(group('1', { inside: [ola], knocks }), anne, teachers)).toBe('knocking');
    expect(doorOf(group('1', { inside: [ola], knocks }), solveig, teachers)).toBe('closed');
    expect(doorOf(group('1', { inside: [ola], ...called(1) }), anne, teachers)).toBe('open');
    expect(doorOf(group('1', { inside: [solveig] }), anne, teachers)).toBe('open');
    expect(doorOf(group('1'), anne, teachers)).toBe('open');
  });
});

describe('how a text comes on', () => {
  test('within a minute it is being written; then in minutes; never is never', () => {
    const now = 10 * MINUTE;
    expect(activityOf(now - MINUTE + 1, now)).toBe('writes');
    expect(activityOf(now + 500, now)).toBe('writes');
    expect(activityOf(now - MINUTE, now)).toEqual({ minutes: 1 });
    expect(activityOf(now - 4.9 * MINUTE, now)).toEqual({ minutes: 4 });
    expect(activityOf(null, now)).toBe('never');
    expect(minutesSince(now + 500, now)).toBe(0);
  });
});

describe('the people', () => {
  test('of a group: who is there, who of them has a pause, and who belongs there and is not', () => {
    const room = group('1', { members: [ola, kari], inside: [ola, per, solveig] });
    expect(peopleOf(room, (personId) => personId === per)).toEqual({
      ...{ there: [ola, solveig], paused: [per], notInside: [kari] },
    });
  });

  test('CAP-15 with all: those without a group, and those who have left theirs or write captions; teachers are neither', () => {
    const split = splitInto(group('1', { members: [kari] }));
    expect(inMainOf(split, [anne, ola, kari, per], teachers, new Set([anne, ola, kari]))).toEqual({
      ...{ without: [ola], others: [kari, per] },
    });
  });

  test('BREAKOUT-3 whoever can choose a group is not the teachers’ to place', () => {
    const split = splitInto(group('1'));
    expect(toPlaceOf(split, [ola, kari])).toEqual([ola, kari]);
    expect(toPlaceOf({ ...split, choosers: [ola] }, [ola, kari])).toEqual([kari]);
    expect(toPlaceOf({ ...split, choice: true }, [ola, kari])).toEqual([]);
  });
});

describe('the thread', () => {
  test('runs from post to post, with the bead where the time is', () => {
    expect(threadAt(0, 100, 0).bead).toEqual({ left: 0, top: 8 });
    expect(threadAt(0, 100, 50)).toEqual({
      been: 'M0 8Q75 28 150 28',
      ahead: 'M150 28Q225 28 300 8',
      bead: { left: 50, top: 28 },
    });
    expect(threadAt(0, 100, 100).bead).toEqual({ left: 100, top: 8 });
  });

  test('a bead never leaves it, whatever a clock says', () => {
    expect(threadAt(0, 100, 900).bead.left).toBe(100);
    expect(threadAt(0, 100, -5).bead.left).toBe(0);
    expect(threadAt(100, 100, 100).bead.left).toBe(0);
  });
});
