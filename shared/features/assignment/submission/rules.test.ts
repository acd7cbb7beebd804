import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOUR_MS } from '#shared/kernel/duration.ts';
import type { PersonId, SubmissionId } from '#shared/kernel/ids.ts';
import { HAND_IN_ALONE_MS, NOTHING_YET, type Paper, type PaperState } from './model.ts';
import * as rules from './rules.ts';

const people = ['a', 'b', 'c', 'd'] as PersonId[];
const [amina, torArne, ingrid] = people as [PersonId, PersonId, PersonId];
const texts = ['0', '1', '2'].map((digit) => ({
  ...{ fingerprint: digit.repeat(64), words: 633, fromTemplate: 43 },
}));
const [text, later] = texts as [(typeof texts)[0], (typeof texts)[0]];
const dueAt = 1_000 * HOUR_MS;
const longBefore = dueAt - 72 * HOUR_MS;
const submissionId = 's' as SubmissionId;

const group: Paper = { ...NOTHING_YET, members: [amina, torArne, ingrid], dueAt };

/** The paper after what was decided; what is refused changes nothing. */
function following(
  paper: Paper,
  decision: ReturnType<typeof rules.confirm | typeof rules.handIn | typeof rules.takeBack>,
): Paper {
  if (!decision.ok) return paper;
  return { ...paper, ...decision.facts.reduce(rules.evolve, paper as PaperState) };
}
const asking = (by: PersonId, at = longBefore) => ({ by, at, submissionId });
const confirmed = (paper: Paper, by: PersonId, at = longBefore, what = text) =>
  following(paper, rules.confirm(paper, what, asking(by, at)));

describe('saying yes', () => {
  test('F56 ASG-8 the last yes of a group hands in, in the name of whoever gave it', () => {
    const two = confirmed(confirmed(group, amina), torArne);
    expect(two.handedIn).toBeNull();
    const all = confirmed(two, ingrid);
    expect(all.handedIn).toMatchObject({ by: ingrid, at: longBefore, late: false, words: 633 });
    expect(all.handedIn?.members.map(({ standing }) => standing)).toEqual([
      'confirmed',
      'confirmed',
      'confirmed',
    ]);
  });

  test('ASG-8 whoever answers alone hands in by the first yes', () => {
    expect(confirmed({ ...group, members: [ingrid] }, ingrid).handedIn?.by).toBe(ingrid);
  });

  test('ASG-8 a yes that is said twice is one', () => {
    const once = confirmed(group, amina);
    expect(rules.confirm(once, text, asking(amina, dueAt))).toEqual({ ok: true, facts: [] });
  });

  test('ASG-9 a yes is taken back until something is handed in', () => {
    const once = confirmed(group, amina);
    const decision = rules.withdrawConfirmation(once, amina);
    expect(decision).toEqual({
      ok: true,
      facts: [{ type: 'confirmation-withdrawn', personId: amina }],
    });
    expect(rules.withdrawConfirmation(once, ingrid)).toEqual({ ok: true, facts: [] });
    const all = people.slice(0, 3).reduce((paper, by) => confirmed(paper, by), group);
    expect(rules.withdrawConfirmation(all, amina)).toEqual({ ok: false, refusal: 'handed-in' });
  });

  test('ASG-10 an empty page is nobody’s answer, and neither is a template that nobody has written in', () => {
    for (const [fromTemplate, refusal] of [
      [0, 'nothing-written'],
      [43, 'only-template'],
    ] as const) {
      const empty = { ...text, words: 0, fromTemplate };
      const no = { ok: false, refusal };
      expect(rules.confirm(group, empty, asking(amina))).toEqual(no);
      expect(rules.handIn(group, empty, asking(amina, dueAt))).toEqual(no);
    }
  });

  test('ASG-11 a yes is to one text: after a change it is shown as one to an earlier text, and does not count', () => {
    const two = confirmed(confirmed(group, amina), torArne);
    const changed = confirmed(two, ingrid, longBefore, later);
    expect(changed.handedIn).toBeNull();
    expect(rules.standingOf(changed, amina, later)).toBe('earlier-text');
    expect(rules.standingOf(changed, ingrid, later)).toBe('confirmed');
    expect(rules.countConfirmed(changed, changed.members, later)).toBe(1);
    expect(rules.countConfirmed(changed, changed.members, null)).toBe(0);
    const again = confirmed(confirmed(changed, amina, dueAt, later), torArne, dueAt, later);
    expect(again.handedIn?.fingerprint).toBe(later.fingerprint);
  });
});

describe('asking to wait', () => {
  const waits = (paper: Paper, by: PersonId) =>
    following(paper, rules.askToWait(paper, by, longBefore));

  test('F56 ASG-20 stands beside the name until a yes, or until it is taken back; and a yes does not stand beside it', () => {
    const one = waits(confirmed(group, amina), ingrid);
    expect(one.waits).toEqual([{ personId: ingrid, at: longBefore }]);
    expect(rules.askToWait(one, ingrid, dueAt)).toEqual({ ok: true, facts: [] });
    expect(confirmed(one, ingrid)).toMatchObject({ waits: [], handedIn: null });
    expect(following(one, rules.endWait(one, ingrid)).waits).toEqual([]);
    expect(rules.endWait(one, amina)).toEqual({ ok: true, facts: [] });
    const both = waits(one, amina);
    expect(both.waits.map(({ personId }) => personId)).toEqual([amina, ingrid]);
    expect(both.confirmations).toEqual([]);
  });

  test('F56 ASG-20 it holds nothing up, and ends with what is handed in', () => {
    const one = waits(group, ingrid);
    const done = following(one, rules.handIn(one, text, asking(amina, dueAt)));
    expect(done).toMatchObject({ waits: [], handedIn: { by: amina } });
    for (const asked of [rules.askToWait(done, ingrid, dueAt), rules.endWait(done, ingrid)]) {
      expect(asked).toEqual({ ok: false, refusal: 'handed-in' });
    }
  });

  test('ASG-20 who answers alone has nobody to ask', () => {
    const alone = { ...group, members: [ingrid] };
    expect(rules.askToWait(alone, ingrid, longBefore)).toEqual({ ok: true, facts: [] });
  });
});

describe('handing in without those who are silent', () => {
  test.for([
    [dueAt - HAND_IN_ALONE_MS - 1, 'too-early'],
    [dueAt - HAND_IN_ALONE_MS, null],
    [dueAt, null],
    [dueAt + 30 * 24 * HOUR_MS, null],
  ] as const)('F56 ASG-12 from twenty-four hours before it is due: %i', ([at, refusal]) => {
    const decision = rules.handIn(confirmed(group, amina), text, asking(ingrid, at));
    expect(decision.ok ? null : decision.refusal).toBe(refusal);
  });

  test('F56 ASG-12 the receipt names who confirmed, who confirmed an earlier text, and who was silent', () => {
    const earlier = confirmed(group, amina, longBefore, later);
    const done = following(earlier, rules.handIn(earlier, text, asking(ingrid, dueAt)));
    expect(done.handedIn?.members).toEqual([
      { personId: amina, standing: 'earlier-text' },
      { personId: torArne, standing: 'silent' },
      { personId: ingrid, standing: 'confirmed' },
    ]);
  });

  test('ASG-12 where everybody has said yes, nobody waits for the day before', () => {
    const two = confirmed(confirmed(group, amina), torArne);
    expect(rules.handIn(two, text, asking(ingrid)).ok).toBe(true);
  });

  test.for([
    [dueAt - 1, false],
    [dueAt, false],
    [dueAt + 1, true],
  ] as const)('F56 ASG-13 late is accepted and marked: %i', ([at, late]) => {
    expect(following(group, rules.handIn(group, text, asking(amina, at))).handedIn?.late).toBe(
      late,
    );
  });
});

describe('taking back', () => {
  const handedIn = following(group, rules.handIn(group, text, asking(amina, dueAt - HOUR_MS)));

  test('F56 ASG-14 any member may until it is due; then everybody is asked anew', () => {
    const back = rules.takeBack(handedIn, torArne, dueAt - 1);
    const open = following(handedIn, back);
    expect(open).toMatchObject({ ...NOTHING_YET, takenBack: { by: torArne, at: dueAt - 1 } });
    const again = rules.handIn(open, text, asking(amina, dueAt));
    expect(following(open, again).takenBack).toBeNull();
    expect(rules.takeBack(handedIn, torArne, dueAt)).toEqual({ ok: false, refusal: 'too-late' });
    expect(rules.takeBack(group, torArne, longBefore)).toEqual({
      ok: false,
      refusal: 'not-handed-in',
    });
  });
});

type Step = {
  readonly what: 'confirm' | 'withdraw' | 'ask-to-wait' | 'hand-in' | 'take-back';
  readonly by: PersonId;
  readonly text: (typeof texts)[0];
  readonly waitMs: number;
};
const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom('confirm', 'withdraw', 'ask-to-wait', 'hand-in', 'take-back'),
  by: fc.constantFrom(...people),
  text: fc.constantFrom(...texts),
  waitMs: fc.integer({ min: 0, max: 20 * HOUR_MS }),
});

test('F56 whatever a group does in whatever order: what is handed in is confirmed by who hands it in, never early without all, and never changed', () => {
  const some = fc.array(step, { maxLength: 30 });
  const size = fc.integer({ min: 1, max: 4 });
  fc.assert(
    fc.property(some, size, (steps, members) => {
      let paper: Paper = { ...NOTHING_YET, members: people.slice(0, members), dueAt };
      let at = longBefore;
      for (const { what, by, text: now, waitMs } of steps) {
        if (!paper.members.includes(by)) continue;
        at += waitMs;
        const before = paper;
        const decision = {
          confirm: () => rules.confirm(before, now, asking(by, at)),
          withdraw: () => rules.withdrawConfirmation(before, by),
          'ask-to-wait': () => rules.askToWait(before, by, at),
          'hand-in': () => rules.handIn(before, now, asking(by, at)),
          'take-back': () => rules.takeBack(before, by, at),
        }[what]();
        paper = following(before, decision);
        const { handedIn } = paper;
        for (const each of paper.waits) {
          expect(rules.confirmationOf(paper, each.personId)).toBeUndefined();
        }
        if (before.handedIn !== null) {
          const back = what === 'take-back' && at < dueAt;
          expect(handedIn).toEqual(back ? null : before.handedIn);
          continue;
        }
        if (handedIn === null) {
          if (what === 'hand-in') expect(at).toBeLessThan(dueAt - HAND_IN_ALONE_MS);
          continue;
        }
        expect(handedIn).toMatchObject({ by, at, late: at > dueAt, fingerprint: now.fingerprint });
        const yes = handedIn.members.filter(({ standing }) => standing === 'confirmed');
        expect(yes.map(({ personId }) => personId)).toContain(by);
        expect(yes.length === members || at >= dueAt - HAND_IN_ALONE_MS).toBe(true);
        expect(handedIn.members.map(({ personId }) => personId)).toEqual(paper.members);
      }
    }),
    { numRuns: 1_000 },
  );
});
