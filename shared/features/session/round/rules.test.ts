import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PersonId, RoundId, VoiceNoteId } from '#shared/kernel/ids.ts';
import type { HeldRound, Round } from './model.ts';
import * as rules from './rules.ts';

const PEOPLE = ['anne', 'kari', 'ola', 'siri', 'tor'] as PersonId[];
const [ANNE, KARI, OLA, SIRI, TOR] = PEOPLE as [PersonId, PersonId, PersonId, PersonId, PersonId];
const ASKED = {
  id: 'round' as RoundId,
  prompt: 'Ett ord fra i dag?',
  about: '',
  minutes: 2,
  by: ANNE,
};

const hereOf = (...people: PersonId[]): rules.Here => new Set(people);

/** The step as it is told: what the facts make of the round must be the round itself. */
function told(before: HeldRound | null, step: ReturnType<typeof rules.endRound>): HeldRound | null {
  const heard = step.facts.reduce<Round | null>(rules.evolveRound, before?.round ?? null);
  expect(heard).toEqual(step.held?.round ?? null);
  return step.held;
}

function started(ring: PersonId[], here = hereOf(...ring)): HeldRound {
  const step = rules.startRound(null, { ...ASKED, ring }, here, 0);
  if (!step.ok) throw new Error(step.refusal);
  const held = told(null, step);
  if (!held) throw new Error('not begun');
  return held;
}

function allowed(
  before: HeldRound,
  step: rules.RoundStep | { readonly ok: false; readonly refusal: string },
): HeldRound {
  if (!step.ok) throw new Error(step.refusal);
  const held = told(before, step);
  if (!held) throw new Error('over');
  return held;
}

const holder = ({ round }: HeldRound) => round.turn?.personId;

describe('F35 ROUND-1 a round begins', () => {
  test('with those who are here, in the order that was given, the others after them', () => {
    const { round, toCome } = started([KARI, SIRI, ANNE], hereOf(ANNE, KARI, OLA));
    expect(round.ring).toEqual([KARI, ANNE, OLA]);
    expect(round.turn).toEqual({ personId: KARI, since: 0 });
    expect(round.next).toBe(ANNE);
    expect(toCome).toEqual([ANNE, OLA]);
  });

  test('and only one at a time', () => {
    const held = started([ANNE, KARI]);
    expect(rules.startRound(held, { ...ASKED, ring: [] }, hereOf(ANNE), 1)).toEqual({
      ok: false,
      refusal: 'round-on',
    });
  });
});

describe('F35 ROUND-3 the word goes on', () => {
  test('whether it was said, passed or is to come once more, the others are told the same', () => {
    const held = started([ANNE, KARI, OLA]);
    const here = hereOf(ANNE, KARI, OLA);
    const passed = rules.giveOn(held, ANNE, false, here, 5);
    const again = rules.giveOn(held, ANNE, true, here, 5);
    expect(passed.ok && passed.facts).toEqual([
      { type: 'turn-moved', turn: { personId: KARI, since: 5 }, next: OLA, been: ANNE },
    ]);
    expect(again.ok && again.facts).toEqual(passed.ok && passed.facts);
    expect(again.ok && again.held?.round).toEqual(passed.ok && passed.held?.round);
  });

  test('who asked for it comes again when the others have had theirs', () => {
    const here = hereOf(ANNE, KARI, OLA);
    let held = started([ANNE, KARI, OLA]);
    held = allowed(held, rules.giveOn(held, ANNE, true, here, 1));
    held = allowed(held, rules.giveOn(held, KARI, false, here, 2));
    expect(held.round.next).toBe(ANNE);
    held = allowed(held, rules.giveOn(held, OLA, false, here, 3));
    expect(holder(held)).toBe(ANNE);
    held = allowed(held, rules.giveOn(held, ANNE, false, here, 4));
    expect(held.round).toMatchObject({ turn: null, next: null });
  });

  test('nobody gives on what is not theirs', () => {
    const held = started([ANNE, KARI]);
    const refused = { ok: false, refusal: 'not-your-turn' };
    expect(rules.giveOn(held, KARI, false, hereOf(ANNE, KARI), 1)).toEqual(refused);
    const turn = { personId: KARI, at: 1, text: 'Hei', lang: 'nb' as const };
    expect(rules.writeTurn(held, turn, hereOf(ANNE, KARI))).toEqual(refused);
  });

  test('F36 what is written is shown, and the word goes on', () => {
    const held = started([ANNE, KARI]);
    const turn = { personId: ANNE, at: 3, text: 'Åpner.', lang: 'nb' as const };
    const after = allowed(held, rules.writeTurn(held, turn, hereOf(ANNE, KARI)));
    expect(after.round.written).toEqual([turn]);
    expect(holder(after)).toBe(KARI);
  });
});

test('F36 ROUND-10 what was recorded is there to be heard, and the word goes on; nobody else gives it', () => {
  const held = started([ANNE, KARI]);
  const note = { id: 'note' as VoiceNoteId, personId: ANNE, at: 3, seconds: 40 };
  const after = allowed(held, rules.giveVoiceNote(held, note, hereOf(ANNE, KARI)));
  expect(after.round.voiceNotes).toEqual([note]);
  expect(holder(after)).toBe(KARI);
  expect(rules.giveVoiceNote(after, note, hereOf(ANNE, KARI))).toEqual({
    ok: false,
    refusal: 'not-your-turn',
  });
  expect(rules.withoutPerson(after, ANNE).round.voiceNotes).toEqual([]);
});

describe('F35 ROUND-5 people come and go', () => {
  test('the turn of whoever is gone waits at the end, and is theirs when they are back', () => {
    let held = started([ANNE, KARI, OLA]);
    held = allowed(held, rules.followPeople(held, hereOf(KARI, OLA), 60));
    expect(holder(held)).toBe(KARI);
    expect(held.round.been).toEqual([]);
    held = allowed(held, rules.giveOn(held, KARI, false, hereOf(KARI, OLA), 70));
    held = allowed(held, rules.giveOn(held, OLA, false, hereOf(KARI, OLA), 80));
    expect(held.round.turn).toBeNull();
    held = allowed(held, rules.followPeople(held, hereOf(ANNE, KARI, OLA), 90));
    expect(holder(held)).toBe(ANNE);
  });

  test('whoever comes late stands last, and whoever stepped away is passed over until they are back', () => {
    let held = started([ANNE, KARI, OLA]);
    held = allowed(held, rules.followPeople(held, hereOf(ANNE, OLA, SIRI), 1));
    expect(held.round.ring).toEqual([ANNE, KARI, OLA, SIRI]);
    expect(held.round.next).toBe(OLA);
    held = allowed(held, rules.followPeople(held, hereOf(ANNE, KARI, OLA, SIRI), 2));
    expect(held.round.next).toBe(KARI);
  });

  test('with nobody left it is over', () => {
    const step = rules.followPeople(started([ANNE]), hereOf(), 9);
    expect(step).toEqual({
      ok: true,
      facts: [{ type: 'round-ended', by: null, at: 9 }],
      held: null,
    });
  });
});

describe('F35 ROUND-4 a teacher orders it', () => {
  test('somebody comes next, and stands after whoever has the word', () => {
    const held = started([ANNE, KARI, OLA, SIRI]);
    const after = allowed(held, rules.setNextTurn(held, SIRI, hereOf(...PEOPLE), 1));
    expect(after.round.ring).toEqual([ANNE, SIRI, KARI, OLA]);
    expect(after.round.next).toBe(SIRI);
  });

  test('whoever has had a turn is refused, also when theirs comes once more', () => {
    const here = hereOf(ANNE, KARI, OLA);
    const start = started([ANNE, KARI, OLA]);
    for (const again of [true, false]) {
      const held = allowed(start, rules.giveOn(start, ANNE, again, here, 1));
      expect(rules.setNextTurn(held, ANNE, here, 2)).toEqual({ ok: false, refusal: 'has-been' });
    }
  });

  test('the word goes on from whoever cannot use it, once for two presses', () => {
    const here = hereOf(ANNE, KARI, OLA);
    const held = started([ANNE, KARI, OLA]);
    const after = allowed(held, rules.moveTurnOn(held, ANNE, here, 1));
    expect(holder(after)).toBe(KARI);
    expect(after.round.been).toEqual([]);
    expect(rules.moveTurnOn(after, ANNE, here, 2)).toEqual({ ok: false, refusal: 'already-moved' });
  });
});

test('F35 ROUND-2 whatever happens, one who is here has the word, everybody gets a turn, and what is told is what is', () => {
  const act = fc.oneof(
    fc.record({ do: fc.constant('give-on' as const), again: fc.boolean() }),
    fc.record({ do: fc.constant('write' as const) }),
    fc.record({ do: fc.constant('move-on' as const) }),
    fc.record({ do: fc.constant('set-next' as const), who: fc.constantFrom(...PEOPLE) }),
    fc.record({ do: fc.constant('people' as const), here: fc.subarray(PEOPLE, { minLength: 1 }) }),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      let here = hereOf(ANNE, KARI, OLA);
      let held = started([ANNE, KARI, OLA]);
      const follow = (step: rules.RoundStep | { readonly ok: false }) => {
        if (step.ok) held = told(held, step) ?? held;
      };
      for (const [nth, one] of acts.entries()) {
        const who = holder(held) ?? TOR;
        if (one.do === 'give-on') follow(rules.giveOn(held, who, one.again, here, nth));
        if (one.do === 'write')
          follow(rules.writeTurn(held, { personId: who, at: nth, text: 'x', lang: 'nb' }, here));
        if (one.do === 'move-on') follow(rules.moveTurnOn(held, who, here, nth));
        if (one.do === 'set-next') follow(rules.setNextTurn(held, one.who, here, nth));
        if (one.do === 'people') {
          here = hereOf(...one.here);
          follow(rules.followPeople(held, here, nth));
        }
        const { round, toCome } = held;
        const has = holder(held);
        if (has) expect(here.has(has)).toBe(true);
        else expect(toCome.filter((person) => here.has(person))).toEqual([]);
        if (round.next) expect(here.has(round.next) && round.next !== has).toBe(true);
        expect(new Set(toCome).size).toBe(toCome.length);
        expect(new Set(round.ring).size).toBe(round.ring.length);
        expect(new Set([...toCome, ...round.been, ...(has ? [has] : [])])).toEqual(
          new Set(round.ring),
        );
      }
      // Nobody asks for another turn any more: it comes to rest, and everybody who is here has had one.
      for (let turns = 0; turns <= PEOPLE.length && holder(held); turns++)
        follow(rules.giveOn(held, holder(held) ?? TOR, false, here, 100 + turns));
      expect(holder(held)).toBeUndefined();
      for (const person of here) expect(held.round.been).toContain(person);
    }),
  );
});

test('F35 ROUND-9 whoever is erased stands nowhere in it', () => {
  const here = hereOf(ANNE, KARI, OLA);
  let held = started([ANNE, KARI, OLA]);
  held = allowed(
    held,
    rules.writeTurn(held, { personId: ANNE, at: 1, text: 'x', lang: 'nb' }, here),
  );
  held = allowed(held, rules.giveOn(held, KARI, true, here, 2));
  for (const person of [KARI, OLA]) {
    const { round, toCome } = rules.withoutPerson(held, person);
    expect(JSON.stringify([round, toCome])).not.toContain(person);
  }
  // Who began it is named like whoever did something else as a teacher.
  const { by: _, ...rest } = rules.withoutPerson(held, ANNE).round;
  expect(JSON.stringify(rest)).not.toContain(ANNE);
});
