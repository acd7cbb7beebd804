import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { SessionFact } from './channel.ts';
import { EMPTY_QUEUE } from './hand-queue/model.ts';
import { evolveHandQueue, giveWord, raiseHand } from './hand-queue/rules.ts';
import { evolveRoster, LEAD_HOLD_MS, SEAT_HOLD_MS, seatOf } from './roster/rules.ts';
import { followLines, type LineChange, type Seating, takeSeat } from './rules.ts';

const TEACHERS = ['anne', 'bjorn'] as PersonId[];
const ANNE = 'anne' as PersonId;
const PEOPLE = [...TEACHERS, ...(['kari', 'ola', 'siri'] as PersonId[])];
const NOBODY: Seating = {
  roster: { entries: [], leadId: null },
  handQueue: EMPTY_QUEUE,
  teachers: TEACHERS,
};

function join(seating: Seating, personId: PersonId, at: number): Seating {
  const part = TEACHERS.includes(personId) ? 'teacher' : 'student';
  const who = { personId, displayName: personId, part, expected: true } as const;
  const { facts } = takeSeat(seating, who, 'home', at);
  return { ...seating, roster: facts.reduce(evolveRoster, seating.roster) };
}

function follow(seating: Seating, changes: readonly LineChange[], at: number): Seating {
  return followLines(seating, changes, at).next;
}

const person = fc.constantFrom(...PEOPLE);
const change = fc.oneof(
  fc.record({ personId: person, line: fc.constant('open' as const) }),
  fc.record({ personId: person, line: fc.constant('dropped' as const), at: fc.constant(0) }),
  fc.record({
    personId: person,
    line: fc.constant('gone' as const),
    why: fc.constantFrom('left' as const, 'removed' as const),
  }),
);
const step = fc.oneof(
  fc.record({ do: fc.constant('join' as const), who: person }),
  fc.record({ do: fc.constant('raise' as const), who: person }),
  fc.record({ do: fc.constant('word' as const), who: person }),
  fc.record({ do: fc.constant('lines' as const), changes: fc.array(change, { maxLength: 4 }) }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.nat(2 * SEAT_HOLD_MS) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function act(seating: Seating, each: Step, at: number): Seating {
  switch (each.do) {
    case 'join':
      return join(seating, each.who, at);
    case 'lines':
      return follow(
        seating,
        each.changes.map((one) => (one.line === 'dropped' ? { ...one, at } : one)),
        at,
      );
    case 'wait':
      return follow(seating, [], at);
    default: {
      if (!seatOf(seating.roster, each.who)) return seating;
      const queue = seating.handQueue;
      const decision =
        each.do === 'raise' ? raiseHand(queue, each.who, at) : giveWord(queue, each.who, ANNE, at);
      const facts = decision.ok ? decision.facts : [];
      return { ...seating, handQueue: facts.reduce(evolveHandQueue, queue) };
    }
  }
}

/** Runs the steps one after the other; each takes a second, waiting as long as it says. */
function run(steps: readonly Step[]): { readonly seating: Seating; readonly now: number } {
  let now = 0;
  let seating = NOBODY;
  for (const each of steps) {
    now += each.do === 'wait' ? each.ms : 1000;
    seating = follow(act(seating, each, now), [], now);
  }
  return { seating, now };
}

test('ROSTER-11 the lead is always an assigned teacher who holds a seat, and never vacant beside one who is present', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 50 }), (steps) => {
      const { roster } = run(steps).seating;
      const here = TEACHERS.filter((one) => seatOf(roster, one)?.status === 'present');
      if (roster.leadId === null) expect(here).toEqual([]);
      else {
        expect(TEACHERS).toContain(roster.leadId);
        expect(seatOf(roster, roster.leadId)).not.toBeNull();
      }
    }),
    { numRuns: 500 },
  );
});

test('ROSTER-12 nobody who is present waits for a lead whose line dropped ten seconds ago', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 50 }), (steps) => {
      const { seating, now } = run(steps);
      const { roster } = seating;
      const lead = roster.leadId === null ? null : seatOf(roster, roster.leadId);
      const here = TEACHERS.some((one) => seatOf(roster, one)?.status === 'present');
      if (lead?.status === 'lost' && here) expect(now - lead.lostAt).toBeLessThan(LEAD_HOLD_MS);
    }),
    { numRuns: 500 },
  );
});

test('HAND-8 ROSTER-6 a hand and the word are always of somebody who holds a seat, and no seat is held too long', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 50 }), (steps) => {
      const { seating, now } = run(steps);
      const { hands, word } = seating.handQueue;
      for (const one of [...hands, ...(word ? [word] : [])]) {
        expect(seatOf(seating.roster, one.personId)).not.toBeNull();
      }
      for (const { presence } of seating.roster.entries) {
        if (presence.status === 'lost') expect(now - presence.lostAt).toBeLessThan(SEAT_HOLD_MS);
      }
    }),
    { numRuns: 500 },
  );
});

test('changes of different people in one batch come to the same in any order', () => {
  const batch = fc
    .uniqueArray(change, { selector: (one) => one.personId, maxLength: 5 })
    .chain((changes) =>
      fc.tuple(fc.constant(changes), fc.shuffledSubarray(changes, { minLength: changes.length })),
    );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), batch, (steps, [changes, shuffled]) => {
      const { seating, now } = run(steps);
      expect(follow(seating, shuffled, now)).toEqual(follow(seating, changes, now));
    }),
    { numRuns: 500 },
  );
});

test('the facts alone carry the old seating to the new one', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), fc.array(change), (steps, changes) => {
      const { seating, now } = run(steps);
      const { facts, next } = followLines(seating, changes, now);
      const carried = facts.reduce(carry, seating);
      expect(carried).toEqual(next);
    }),
    { numRuns: 300 },
  );
});

function carry(seating: Seating, fact: SessionFact): Seating {
  switch (fact.type) {
    case 'hand-lowered':
    case 'word-ended':
      return { ...seating, handQueue: evolveHandQueue(seating.handQueue, fact) };
    case 'line-lost':
    case 'line-back':
    case 'participant-left':
    case 'lead-taken':
    case 'lead-vacated':
      return { ...seating, roster: evolveRoster(seating.roster, fact) };
    default:
      throw new Error(`${fact.type} does not follow from lines`);
  }
}
