import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MINUTE_MS } from '#shared/kernel/duration.ts';
import type { BreakoutId, PersonId } from '#shared/kernel/ids.ts';
import type { BreakoutFact } from './facts.ts';
import type { BreakoutPlan, Breakouts } from './model.ts';
import * as rules from './rules.ts';

const NOW = 1_000_000;
const people = ['anne', 'kari', 'ola', 'siri', 'tor'] as PersonId[];
const [anne, kari, ola, siri, tor] = people as [PersonId, PersonId, PersonId, PersonId, PersonId];
const [one, two] = ['b1', 'b2'] as [BreakoutId, BreakoutId];
const all: rules.Present = { here: new Set(people), teachers: new Set([anne]) };

const plan = (given: Partial<BreakoutPlan> = {}): BreakoutPlan => ({
  ...{ task: '', minutes: 10, choice: false },
  rooms: [
    { name: 'En', members: [kari, ola], after: null },
    { name: 'To', members: [siri], after: null },
  ],
  ...given,
});

function opened(given: Partial<BreakoutPlan> = {}, present = all): Breakouts {
  const ids = [one, two].map((id) => ({ id, documentId: null }));
  const decision = rules.openBreakouts(null, plan(given), ids, present, anne, NOW);
  return carry(null, decision.ok ? decision.facts : []) as Breakouts;
}

function carry(split: Breakouts | null, facts: readonly BreakoutFact[]): Breakouts | null {
  return facts.reduce(rules.evolveBreakouts, split);
}

describe('dealing out', () => {
  test('F18 BREAKOUT-1 everybody gets one room, and no room is two larger than another', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.uuid(), { maxLength: 60 }),
        fc.integer({ min: 1, max: 30 }),
        (names, rooms) => {
          const dealt = rules.dealOut(names as PersonId[], rooms);
          expect(dealt).toHaveLength(rooms);
          expect(dealt.flat().sort()).toEqual([...names].sort());
          const sizes = dealt.map(({ length }) => length);
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe('a split session', () => {
  test('F18 BREAKOUT-1 whoever is not here belongs in a room and is in none', () => {
    const split = opened({}, { ...all, here: new Set([anne, kari]) });
    expect(split.rooms[0]).toMatchObject({ members: [kari, ola], inside: [kari] });
    expect(rules.roomOf(split, ola)).toBeNull();
    expect(rules.ownRoomOf(split, ola)?.id).toBe(one);
  });

  test('F20 BREAKOUT-7 what a group asked for goes with the last of them', () => {
    const split = opened();
    const asked = carry(split, [
      { type: 'help-called', breakoutId: two, call: { by: siri, at: NOW } },
      { type: 'minute-asked', breakoutId: two, by: siri, at: NOW },
      { type: 'knocked', breakoutId: two, knock: { by: anne, at: NOW } },
    ]) as Breakouts;
    const left = rules.goTo(asked, siri, null, all);
    const after = carry(asked, left.ok ? left.facts : []);
    expect(after?.rooms[1]).toMatchObject({
      ...{ inside: [], called: null, minuteAsked: false, knocks: [] },
    });
  });

  test('F20 BREAKOUT-6 a teacher knocks at one door at a time', () => {
    const knocks = (split: Breakouts, id: BreakoutId) => {
      const decision = rules.knockAt(split, anne, id, NOW);
      return carry(split, decision.ok ? decision.facts : []) as Breakouts;
    };
    const split = knocks(knocks(opened(), one), two);
    expect(split.rooms.map((room) => room.knocks.length)).toEqual([0, 1]);
  });

  test('F21 BREAKOUT-5 bringing back never makes it later, and giving a minute never sooner', () => {
    fc.assert(
      fc.property(
        fc.option(fc.integer({ min: 0, max: 10 * MINUTE_MS }), { nil: null }),
        fc.integer({ min: 1, max: 60 }),
        (left, minutes) => {
          const split = { ...opened(), endsAt: left === null ? null : NOW + left };
          const back = rules.bringBack(split, false, anne, NOW);
          const sooner = carry(split, back.facts)?.endsAt ?? Infinity;
          expect(sooner).toBeLessThanOrEqual(split.endsAt ?? Infinity);
          expect(sooner).toBeLessThanOrEqual(NOW + MINUTE_MS);
          const given = rules.lengthenBreakouts(split, minutes, anne, NOW);
          const later = carry(split, given.ok ? given.facts : [])?.endsAt ?? 0;
          expect(later).toBeGreaterThanOrEqual((split.endsAt ?? NOW) + minutes * MINUTE_MS);
        },
      ),
    );
  });
});

type Step = { readonly who: PersonId; readonly do: number; readonly to: BreakoutId | null };
const step: fc.Arbitrary<Step> = fc.record({
  who: fc.constantFrom(...people),
  do: fc.nat(8),
  to: fc.constantFrom(one, two, null),
});

test('F18 BREAKOUT-2 whatever is pressed, nobody is in two rooms, belongs in two, or is where they may not be', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), fc.boolean(), (steps, choice) => {
      let split: Breakouts | null = opened({ choice });
      const here = new Set(people);
      for (const { who, do: what, to } of steps) {
        if (!split) break;
        const present = { here, teachers: all.teachers };
        const facts = stepFacts(split, { who, do: what, to }, present);
        split = carry(split, facts);
        if (split) holdsTogether(split, present);
      }
    }),
  );
});

function stepFacts(
  split: Breakouts,
  { who, do: what, to }: Step,
  present: { here: Set<PersonId>; teachers: ReadonlySet<PersonId> },
): readonly BreakoutFact[] {
  const id = to ?? one;
  const teaches = present.teachers.has(who);
  const facts = (decision: { ok: boolean; facts?: readonly BreakoutFact[] }) =>
    decision.ok ? (decision.facts ?? []) : [];
  if (what === 7 && present.here.delete(who)) return rules.followPeople(split, present);
  if (!present.here.has(who)) {
    present.here.add(who);
    return rules.comeIn(split, who, present);
  }
  if (what < 2) return facts(rules.goTo(split, who, to, present));
  if (what === 2 && !teaches) return facts(rules.placePerson(split, who, to, anne, present));
  if (what === 3) return facts(rules.callTeachers(split, who, id, to !== null, NOW));
  if (what === 4 && teaches) return facts(rules.knockAt(split, who, id, NOW));
  if (what === 5)
    return facts(rules.answerKnock(split, who, id, { teacherId: anne, letIn: true }, present));
  if (what === 6 && !teaches) return facts(rules.letChoose(split, who));
  return [];
}

function holdsTogether(split: Breakouts, { here, teachers }: rules.Present): void {
  for (const list of ['inside', 'members'] as const) {
    const stand = split.rooms.flatMap((room) => room[list]);
    expect(new Set(stand).size).toBe(stand.length);
    for (const room of split.rooms) expect(room[list]).toEqual([...room[list]].sort());
  }
  for (const room of split.rooms) {
    for (const personId of room.inside) {
      expect(here.has(personId)).toBe(true);
      if (!teachers.has(personId)) expect(room.members).toContain(personId);
    }
    const students = room.inside.filter((personId) => !teachers.has(personId));
    if (students.length === 0) expect([room.called, room.minuteAsked]).toEqual([null, false]);
    for (const { by } of room.knocks) expect(teachers.has(by) && here.has(by)).toBe(true);
  }
}

test('F20 BREAKOUT-10 the others see who is where, and nothing that a group asks', () => {
  const split = carry(opened(), [
    { type: 'help-called', breakoutId: one, call: { by: kari, at: NOW } },
    { type: 'breakout-hands', breakoutId: one, hands: [ola] },
    { type: 'knocked', breakoutId: two, knock: { by: anne, at: NOW } },
  ]) as Breakouts;
  const seen = rules.seenByParticipants(split);
  expect(seen.rooms).toMatchObject([
    { inside: [kari, ola], called: null, hands: [], knocks: [] },
    { inside: [siri], knocks: [] },
  ]);
  expect(tor).not.toBe(siri);
});
