import { describe, expect, test } from 'vitest';
import { type BreakoutPlan, breakoutPlan } from '#shared/features/session/breakout/model.ts';
import type { BreakoutId, PersonId } from '#shared/kernel/ids.ts';
import {
  addRoom,
  deal,
  draftOf,
  EMPTY_PLAN,
  emptyRooms,
  glimpse,
  knownOnly,
  type PlanDraft,
  placeIn,
  planDraft,
  type RoomDraft,
  readPlan,
  roomsOf,
  roomsOfGroups,
  roomsWanted,
  shuffled,
  spread,
  unplaced,
  usualRooms,
  withRooms,
} from './plan.ts';

const person = (nth: number) =>
  `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}` as PersonId;
const people = (count: number) => Array.from({ length: count }, (_, nth) => person(nth));
const names = (rooms: readonly { readonly name: string }[]) => rooms.map(({ name }) => name);
const sizes = (rooms: readonly { readonly members: readonly unknown[] }[]) =>
  rooms.map(({ members }) => members.length);
const room = (name: string, ...members: readonly PersonId[]): RoomDraft => ({
  ...{ name, after: null },
  members: [...members],
});
const own = (...rooms: readonly RoomDraft[]): PlanDraft =>
  withRooms({ ...EMPTY_PLAN, way: 'own' }, rooms);

describe('drawing lots', () => {
  test('keeps everybody, once, in an order that chance alone makes', () => {
    expect(shuffled(['a', 'b', 'c', 'd'], () => 0)).toEqual(['b', 'c', 'd', 'a']);
    expect(shuffled(['a', 'b', 'c', 'd'], (end) => end - 1)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('each order comes as often as any other', () => {
    const seen = new Map<string, number>();
    const draw = (picks: readonly number[]) => {
      let nth = 0;
      return shuffled(['a', 'b', 'c'], () => picks[nth++] ?? 0).join('');
    };
    for (const first of [0, 1, 2])
      for (const second of [0, 1]) {
        const order = draw([first, second]);
        seen.set(order, (seen.get(order) ?? 0) + 1);
      }
    expect([...seen.values()]).toEqual([1, 1, 1, 1, 1, 1]);
  });
});

describe('how many rooms', () => {
  const drawn = (counted: 'rooms' | 'people', typed: string): PlanDraft => ({
    ...EMPTY_PLAN,
    counted,
    count: { ...EMPTY_PLAN.count, [counted]: typed },
  });

  test('by their number, whole and within what a session can have', () => {
    expect(roomsWanted(drawn('rooms', '5'), 14)).toBe(5);
    expect(roomsWanted(drawn('rooms', ' 30 '), 14)).toBe(30);
    for (const wrong of ['', '0', '31', '2,5', '-1', 'fire'])
      expect(roomsWanted(drawn('rooms', wrong), 14), wrong).toBeUndefined();
  });

  test('by how many each holds: nobody is one too many, and there is always a room', () => {
    expect(roomsWanted(drawn('people', '4'), 14)).toBe(4);
    expect(roomsWanted(drawn('people', '4'), 16)).toBe(4);
    expect(roomsWanted(drawn('people', '4'), 0)).toBe(1);
    expect(roomsWanted(drawn('people', '400'), 14)).toBe(1);
    expect(roomsWanted(drawn('people', '2'), 61)).toBeUndefined();
    expect(roomsWanted(drawn('people', '0'), 14)).toBeUndefined();
  });

  test('usually four in each, and never one alone or more than can be', () => {
    expect([0, 4, 14, 300].map(usualRooms)).toEqual([2, 2, 4, 30]);
  });

  test('where they choose, the number is of rooms, whatever was counted before', () => {
    expect(roomsWanted({ ...drawn('people', '7'), way: 'choice' }, 14)).toBe(4);
  });
});

describe('dealing out', () => {
  test('is even, names the new rooms, and lets those that were there keep their names', () => {
    const dealt = deal(people(14), 4, [room('Rød', person(3)), room('Gruppe 3')]);
    expect(names(dealt)).toEqual(['Rød', 'Gruppe 3', 'Gruppe 4', 'Gruppe 5']);
    expect(sizes(dealt)).toEqual([4, 4, 3, 3]);
    expect(new Set(dealt.flatMap(({ members }) => members))).toEqual(new Set(people(14)));
  });

  test('fewer rooms than before drop the last', () => {
    expect(names(deal(people(2), 1, [room('En'), room('To')]))).toEqual(['En']);
  });

  test('rooms to choose among have nobody in them, and no old text', () => {
    const before = [{ ...room('En', person(1)), after: 'old' as BreakoutId }];
    expect(emptyRooms(2, before)).toEqual([room('En'), room('Gruppe 2')]);
  });
});

describe('moving people', () => {
  test('somebody stands in one room, or in none', () => {
    const rooms = [room('En', person(1), person(2)), room('To')];
    expect(placeIn(rooms, person(1), 1)).toEqual([room('En', person(2)), room('To', person(1))]);
    expect(placeIn(rooms, person(1), null)).toEqual([room('En', person(2)), room('To')]);
    expect(placeIn(rooms, person(1), 0)).toEqual(rooms);
  });

  test('whoever is without is spread to where the fewest are', () => {
    const rooms = [room('En', person(0), person(1)), room('To'), room('Tre', person(2))];
    const left = unplaced(rooms, people(7));
    expect(left).toEqual([person(3), person(4), person(5), person(6)]);
    expect(sizes(spread(rooms, left))).toEqual([3, 2, 2]);
  });

  test('a plan from before is used without those who are here no more', () => {
    const rooms = [room('En', person(1), person(2)), room('To', person(3))];
    expect(sizes(knownOnly(rooms, new Set([person(2)])))).toEqual([1, 0]);
  });

  test('a new room takes a name that is free, and there are never more than can be', () => {
    expect(names(addRoom([room('gruppe 2 '), room('Gruppe 3')]))).toEqual([
      'gruppe 2 ',
      'Gruppe 3',
      'Gruppe 4',
    ]);
    const full = emptyRooms(30, []);
    expect(addRoom(full)).toBe(full);
  });

  test("the cohort's own groups become rooms: long names are cut, nobody stands twice", () => {
    const made = roomsOfGroups([
      { name: `${'a'.repeat(50)}`, members: [person(1), person(2)] },
      { name: ' B ', members: [person(2), person(3)] },
    ]);
    expect(names(made)).toEqual(['a'.repeat(40), 'B']);
    expect(sizes(made)).toEqual([2, 1]);
  });
});

describe('reading the plan', () => {
  test('as the server takes it', () => {
    const draft = {
      ...own(room(' Rød ', person(1)), room('Blå')),
      ...{ task: ' Velg ett ord. ', minutes: '20', choice: true },
    };
    const read = readPlan(draft, 14);
    const plan: BreakoutPlan = {
      ...{ task: 'Velg ett ord.', minutes: 20, choice: true },
      rooms: [room('Rød', person(1)), room('Blå')],
    };
    expect(read).toEqual({ ok: true, plan });
    expect(breakoutPlan.safeParse(plan).success).toBe(true);
  });

  test('without a clock there are no minutes, whatever was typed', () => {
    const read = readPlan({ ...own(room('A')), untilFetched: true, minutes: 'x' }, 0);
    expect(read.ok && read.plan.minutes).toBe(null);
  });

  test('whoever lets them choose lets them choose', () => {
    const draft = withRooms({ ...EMPTY_PLAN, way: 'choice', choice: false }, emptyRooms(2, []));
    const read = readPlan(draft, 0);
    expect(read.ok && read.plan.choice).toBe(true);
  });

  test('earlier rooms go on with their texts, unless they are to begin anew', () => {
    const after = 'earlier' as BreakoutId;
    const draft = own({ ...room('A'), after });
    const afters = (now: PlanDraft) => {
      const read = readPlan(now, 0);
      return read.ok && read.plan.rooms.map((one) => one.after);
    };
    expect(afters(draft)).toEqual([after]);
    expect(afters({ ...draft, goesOn: false })).toEqual([null]);
  });

  test('says what is wrong where it is wrong', () => {
    const draft = { ...own(room('Rød'), room('  '), room('rød ')), minutes: '181' };
    expect(readPlan(draft, 0)).toEqual({
      ok: false,
      problems: {
        ...{ count: false, noRooms: false, minutes: true },
        names: [undefined, 'missing', 'double'],
      },
    });
    const none = readPlan(own(), 0);
    expect(!none.ok && none.problems.noRooms).toBe(true);
  });

  test('a number that is none is a problem only where it counts', () => {
    const count = { rooms: '', people: '' };
    const problem = (draft: PlanDraft) => {
      const read = readPlan({ ...draft, count }, 0);
      return !read.ok && read.problems.count;
    };
    expect(problem(withRooms(EMPTY_PLAN, [room('A')]))).toBe(true);
    expect(problem(own(room('A')))).toBe(false);
  });
});

describe('what stands ready', () => {
  const plan: BreakoutPlan = {
    ...{ task: 'Les', minutes: null, choice: false },
    rooms: [room('A', person(1)), room('B')],
  };

  test('comes back as it was, to be changed by hand', () => {
    const draft = draftOf(plan);
    expect(draft.way).toBe('own');
    expect(readPlan(draft, 0)).toEqual({ ok: true, plan });
  });

  test('empty rooms to choose among come back as that, with their number', () => {
    const empty = { ...plan, choice: true, rooms: [room('A'), room('B'), room('C')] };
    const draft = draftOf(empty);
    expect([draft.way, draft.count.rooms]).toEqual(['choice', '3']);
    expect(readPlan(draft, 0)).toEqual({ ok: true, plan: empty });
  });

  test('what was typed is kept as it is, and nothing else is taken for it', () => {
    const draft = { ...own(room('', person(1))), minutes: 'tjue' };
    expect(planDraft.parse(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
    expect(roomsOf(planDraft.parse(JSON.parse(JSON.stringify(draft))))).toHaveLength(1);
    expect(planDraft.safeParse({ way: 'own' }).success).toBe(false);
  });
});

test('an earlier split is known by a few who were together in it', () => {
  const nameOf = (one: PersonId) => `P${Number(one.slice(-2))}`;
  const rooms = [room('Gruppe 1'), room('Gruppe 2', ...people(4)), room('Gruppe 3', person(9))];
  expect(glimpse(rooms, nameOf)).toBe('Gruppe 2: P0, P1, P2 …');
  expect(glimpse(rooms.slice(2), nameOf)).toBe('Gruppe 3: P9');
  expect(glimpse([], nameOf)).toBe('');
});
