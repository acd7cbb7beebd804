import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PollId } from '#shared/kernel/ids.ts';
import {
  FEW,
  type Poll,
  type PollForm,
  type PollQuestion,
  pollForm,
  type Tally,
  WITHHELD_UNDER,
} from './model.ts';
import {
  closePoll,
  count,
  counted,
  emptyTally,
  evolvePoll,
  openPoll,
  optionCount,
  readAnswer,
  totalsOf,
} from './rules.ts';

const id = 'poll' as PollId;
const single: PollForm = { kind: 'single', options: ['Ja', 'Nei', 'Vet ikke'] };
const asked: PollQuestion = {
  occasion: 'poll',
  question: 'Passer det?',
  form: single,
  named: false,
};
const poll = (more: Partial<Poll> = {}): Poll => ({
  ...asked,
  ...{ id, openedAt: 1, closedAt: null, answers: 0, totals: null },
  ...more,
});

test('POLL-1 one thing is asked at a time', () => {
  const opened = openPoll(null, { ...asked, id }, 7);
  expect(opened).toEqual({
    ok: true,
    facts: [{ type: 'poll-opened', poll: poll({ openedAt: 7 }) }],
  });
  expect(openPoll(poll(), { ...asked, id }, 8)).toEqual({ ok: false, refusal: 'poll-on' });
  expect(openPoll(poll({ closedAt: 5 }), { ...asked, id }, 8)).toMatchObject({ ok: false });
});

test('F38 POLL-2 a check-in is never answered by name', () => {
  for (const occasion of ['check-in', 'check-out'] as const)
    expect(openPoll(null, { ...asked, id, occasion, named: true }, 1)).toEqual({
      ...{ ok: false, refusal: 'named-check-in' },
    });
});

test('F15 POLL-3 an answer is what is asked for, and nothing else', () => {
  const scale: PollForm = { kind: 'scale', steps: 5, low: 'tungt', high: 'godt' };
  const many: PollForm = { ...single, kind: 'many' };
  const read = (form: PollForm, choices: number[], text = '') => {
    const answer = readAnswer(form, { choices, text });
    return answer.ok ? answer.answer : answer.refusal;
  };
  expect(read(single, [2])).toEqual({ choices: [2], text: '' });
  expect(read(single, [])).toBe('no-answer');
  expect(read(single, [3])).toBe('unknown-option');
  expect(read(single, [0, 1])).toBe('unknown-option');
  expect(read(single, [1, 1], 'mer'), 'words that nobody asked for').toEqual({
    ...{ choices: [1], text: '' },
  });
  expect(read(many, [2, 0, 2])).toEqual({ choices: [0, 2], text: '' });
  expect(read(scale, [4])).toEqual({ choices: [4], text: '' });
  expect(read(scale, [5])).toBe('unknown-option');
  expect(read({ kind: 'text' }, [0], 'Takk')).toEqual({ choices: [], text: 'Takk' });
  expect(read({ kind: 'text' }, [0])).toBe('no-answer');
});

test('POLL-3 options are two to ten, and no two alike', () => {
  const isForm = (options: string[]) => pollForm.safeParse({ kind: 'single', options }).success;
  expect(isForm(['Ja', 'Nei'])).toBe(true);
  for (const wrong of [['Ja'], ['Ja', ' ja '], ['Ja', ''], Array.from({ length: 11 }, String)])
    expect(isForm(wrong), wrong.join()).toBe(false);
});

const anyForm: fc.Arbitrary<PollForm> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('single' as const, 'many' as const),
    options: fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 10 }),
  }),
  fc.record({
    ...{ kind: fc.constant('scale' as const), steps: fc.integer({ min: 3, max: 10 }) },
    ...{ low: fc.string(), high: fc.string() },
  }),
  fc.constant({ kind: 'text' as const }),
);
const anyAnswers = fc.array(
  fc.record({ choices: fc.array(fc.nat(9), { maxLength: 10 }), text: fc.string() }),
  { maxLength: 30 },
);

function tallied(form: PollForm, answers: readonly { choices: number[]; text: string }[]): Tally {
  return answers.reduce((tally, answer) => {
    const read = readAnswer(form, answer);
    return read.ok ? count(tally, read.answer) : tally;
  }, emptyTally(form));
}

test('F15 POLL-5 under five answers nothing is shown, and one or two of a kind are only that', () => {
  fc.assert(
    fc.property(anyForm, anyAnswers, (form, answers) => {
      const tally = tallied(form, answers);
      expect(tally.counts).toHaveLength(optionCount(form));
      const totals = totalsOf(tally);
      expect(totals === null).toBe(tally.answers < WITHHELD_UNDER);
      if (!totals) return;
      expect(totals.counts).toEqual(
        tally.counts.map((votes) => (votes === 0 || votes > FEW ? votes : null)),
      );
      expect(totals.texts).toEqual(tally.texts);
    }),
  );
});

test('POLL-4 POLL-7 while it is open nobody is told more than how many have answered, by name or not', () => {
  const tally = { answers: 7, counts: [7, 0, 0], texts: [] };
  for (const named of [true, false]) {
    const { facts } = counted(poll({ named }), tally);
    expect(facts).toEqual([{ type: 'poll-counted', pollId: id, answers: 7 }]);
    expect(facts.reduce<Poll | null>(evolvePoll, poll({ named }))).toMatchObject({
      ...{ answers: 7, totals: null },
    });
  }
});

test('POLL-6 closed it shows what there is to be shown, and stays closed', () => {
  const tally = tallied(
    single,
    Array.from({ length: 6 }, (_, nth) => ({ choices: [nth % 2], text: '' })),
  );
  const on = evolvePoll(poll(), { type: 'poll-counted', pollId: id, answers: 6 });
  if (!on) throw new Error('gone');
  const { facts } = closePoll(on, tally, 9);
  const closed = facts.reduce<Poll | null>(evolvePoll, on);
  expect(closed).toMatchObject({
    ...{ closedAt: 9, answers: 6 },
    totals: { answers: 6, counts: [3, 3, 0], texts: [] },
  });
  if (closed) expect(closePoll(closed, tally, 10).facts).toEqual([]);
  expect(evolvePoll(closed, { type: 'poll-put-away', pollId: id })).toBeNull();
  const other = { type: 'poll-put-away', pollId: 'other' as PollId } as const;
  expect(evolvePoll(closed, other), 'another one').toBe(closed);
});
