import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { HandFact } from './facts.ts';
import { EMPTY_QUEUE, type HandQueue } from './model.ts';
import * as rules from './rules.ts';

const [ada, bo, cai, anne] = ['ada', 'bo', 'cai', 'anne'] as PersonId[] as [
  PersonId,
  PersonId,
  PersonId,
  PersonId,
];

function carried(queue: HandQueue, facts: readonly HandFact[]): HandQueue {
  return facts.reduce(rules.evolveHandQueue, queue);
}

/** A queue with these hands up, raised one second after the other. */
function queueOf(...hands: PersonId[]): HandQueue {
  return { ...EMPTY_QUEUE, hands: hands.map((personId, nth) => ({ personId, at: nth * 1000 })) };
}

function order(queue: HandQueue): PersonId[] {
  return queue.hands.map((hand) => hand.personId);
}

describe('raising and lowering', () => {
  test('HAND-1 a new hand joins the back', () => {
    const decision = rules.raiseHand(queueOf(ada), bo, 5000);
    expect(decision).toEqual({
      ok: true,
      facts: [{ type: 'hand-raised', personId: bo, at: 5000 }],
    });
    expect(rules.placeInQueue(carried(queueOf(ada), decision.ok ? decision.facts : []), bo)).toBe(
      2,
    );
  });

  test('HAND-2 raising twice keeps the first place, also when the queue has closed', () => {
    expect(rules.raiseHand(queueOf(ada, bo), ada, 9000)).toEqual({ ok: true, facts: [] });
    const closed = { ...queueOf(ada), open: false };
    expect(rules.raiseHand(closed, ada, 9000)).toEqual({ ok: true, facts: [] });
  });

  test('HAND-3 lowering a hand that is not up changes nothing', () => {
    expect(rules.lowerHand(queueOf(ada), bo, bo, 1).facts).toEqual([]);
    expect(
      order(carried(queueOf(ada, bo), rules.lowerHand(queueOf(ada, bo), ada, anne, 1).facts)),
    ).toEqual([bo]);
  });

  test('HAND-6 whoever has the word raises no hand', () => {
    const queue = { ...EMPTY_QUEUE, word: { personId: ada, since: 0 } };
    expect(rules.raiseHand(queue, ada, 1)).toEqual({ ok: false, refusal: 'has-the-word' });
  });

  test('HAND-7 a closed queue takes no new hand', () => {
    const closed = carried(queueOf(ada), rules.setQueueOpen(queueOf(ada), false, anne, 1).facts);
    expect(rules.raiseHand(closed, bo, 2)).toEqual({ ok: false, refusal: 'queue-closed' });
    expect(order(closed)).toEqual([ada]);
    expect(rules.setQueueOpen(closed, false, anne, 3).facts).toEqual([]);
  });
});

describe('the word', () => {
  test('HAND-4 the next is the first in line, if the screen showed that', () => {
    const queue = queueOf(ada, bo);
    const called = rules.callNext(queue, ada, anne, 7);
    expect(called).toEqual({
      ok: true,
      facts: [{ type: 'word-given', to: ada, by: anne, at: 7 }],
    });
    const after = carried(queue, called.ok ? called.facts : []);
    expect(rules.callNext(after, ada, anne, 8)).toEqual({ ok: false, refusal: 'already-called' });
    expect(rules.callNext(queueOf(bo), ada, anne, 8)).toEqual({
      ok: false,
      refusal: 'already-called',
    });
    expect(rules.callNext(EMPTY_QUEUE, ada, anne, 8)).toEqual({
      ok: false,
      refusal: 'queue-empty',
    });
  });

  test('HAND-5 giving it to another ends it for the one who had it', () => {
    const queue: HandQueue = { ...queueOf(ada, bo), word: { personId: cai, since: 0 } };
    expect(rules.giveWord(queue, bo, anne, 7)).toEqual({
      ok: true,
      facts: [
        { type: 'word-ended', personId: cai, by: anne, at: 7 },
        { type: 'word-given', to: bo, by: anne, at: 7 },
      ],
    });
    expect(rules.giveWord(queue, cai, anne, 7)).toEqual({ ok: true, facts: [] });
    expect(rules.giveWord(queueOf(ada), bo, anne, 7)).toEqual({
      ok: false,
      refusal: 'not-in-queue',
    });
  });

  test('HAND-5 only the word that somebody has can end', () => {
    const queue: HandQueue = { ...EMPTY_QUEUE, word: { personId: cai, since: 0 } };
    expect(rules.endWord(queue, ada, anne, 1)).toEqual({ ok: false, refusal: 'has-not-the-word' });
    expect(rules.endWord(queue, cai, cai, 1)).toMatchObject({ ok: true });
    expect(
      rules.evolveHandQueue(queue, { type: 'word-ended', personId: ada, by: null, at: 1 }),
    ).toBe(queue);
  });
});

const person = fc.constantFrom(ada, bo, cai, anne);
const step = fc.oneof(
  fc.record({ do: fc.constantFrom('raise', 'lower', 'give', 'next', 'end', 'go'), who: person }),
  fc.record({ do: fc.constant('open'), who: person, open: fc.boolean() }),
);

function decide(queue: HandQueue, each: typeof step extends fc.Arbitrary<infer S> ? S : never) {
  const { who } = each;
  if ('open' in each) return rules.setQueueOpen(queue, each.open, anne, 1).facts;
  if (each.do === 'go') return rules.withdraw(queue, who, 1);
  const decision = {
    raise: () => rules.raiseHand(queue, who, 1),
    lower: () => rules.lowerHand(queue, who, who, 1),
    give: () => rules.giveWord(queue, who, anne, 1),
    next: () => rules.callNext(queue, who, anne, 1),
    end: () => rules.endWord(queue, who, who, 1),
  }[each.do as 'raise']();
  return decision.ok ? decision.facts : [];
}

test('HAND-6 nobody stands twice, and whoever has the word does not stand in line', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let queue = EMPTY_QUEUE;
      for (const each of steps) {
        const before = queue;
        queue = carried(queue, decide(queue, each));
        expect(new Set(order(queue)).size).toBe(queue.hands.length);
        expect(order(queue)).not.toContain(queue.word?.personId);
        // HAND-1: whoever stays keeps the order; only the back is new.
        const stayed = order(before).filter((one) => order(queue).includes(one));
        expect(order(queue).slice(0, stayed.length)).toEqual(stayed);
      }
    }),
    { numRuns: 500 },
  );
});

test('HAND-8 whoever goes leaves nothing behind', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), person, (steps, who) => {
      const queue = steps.reduce((at, each) => carried(at, decide(at, each)), EMPTY_QUEUE);
      const after = carried(queue, rules.withdraw(queue, who, 2));
      expect(order(after)).toEqual(order(queue).filter((one) => one !== who));
      expect(after.word).toEqual(queue.word?.personId === who ? null : queue.word);
      expect(rules.withdraw(after, who, 3)).toEqual([]);
    }),
  );
});
