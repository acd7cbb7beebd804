import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { EndingFact } from './facts.ts';
import { type Ending, NOT_ENDING } from './model.ts';
import { beginEnding, ENDING_UNDO_MS, endWhenDue, evolveEnding, undoEnding } from './rules.ts';

const [anne, bjorn] = ['anne', 'bjorn'] as [PersonId, PersonId];
const after = (facts: readonly EndingFact[], from: Ending = NOT_ENDING): Ending =>
  facts.reduce(evolveEnding, from);
function decided(decision: { ok: true; facts: readonly EndingFact[] } | { ok: false }) {
  if (!decision.ok) throw new Error('refused');
  return decision.facts;
}
const BEGUN = after(decided(beginEnding(NOT_ENDING, anne, 1_000)));
const ENDS_AT = 1_000 + ENDING_UNDO_MS;

describe('END-1 a teacher ends the session ten seconds from now', () => {
  test('and not before', () => {
    expect(BEGUN).toEqual({ status: 'begun', by: anne, endsAt: 11_000 });
    expect(endWhenDue(BEGUN, ENDS_AT - 1).facts).toEqual([]);
    expect(after(endWhenDue(BEGUN, ENDS_AT).facts, BEGUN)).toEqual({
      status: 'ended',
      at: ENDS_AT,
    });
  });

  test('ended by another meanwhile, the first time counts', () => {
    expect(beginEnding(BEGUN, bjorn, 5_000)).toEqual({ ok: true, facts: [] });
  });

  test('a session that goes on is never due', () => {
    fc.assert(
      fc.property(fc.nat(), (now) => {
        expect(endWhenDue(NOT_ENDING, now).facts).toEqual([]);
      }),
    );
  });
});

describe('END-2 it can be taken back until then', () => {
  test('by any teacher, to the last millisecond', () => {
    const undone = decided(undoEnding(BEGUN, bjorn, ENDS_AT - 1));
    expect(undone).toEqual([{ type: 'ending-undone', by: bjorn, at: ENDS_AT - 1 }]);
    expect(after(undone, BEGUN)).toEqual(NOT_ENDING);
  });

  test('but not later, also when nobody has been put out yet', () => {
    const late = { ok: false, refusal: 'session-over' };
    expect(undoEnding(BEGUN, anne, ENDS_AT)).toEqual(late);
    expect(undoEnding({ status: 'ended', at: ENDS_AT }, anne, ENDS_AT)).toEqual(late);
    expect(beginEnding({ status: 'ended', at: ENDS_AT }, anne, ENDS_AT)).toEqual(late);
  });

  test('and taken back twice it is taken back once', () => {
    expect(undoEnding(NOT_ENDING, anne, 1)).toEqual({ ok: true, facts: [] });
  });
});
