import { expect, test } from 'vitest';
import { pollQuestion } from '#shared/features/session/poll/model.ts';
import { type AskDraft, beginningOf, readAsk } from './form-of-poll.ts';

const draft = (part: Partial<AskDraft>): AskDraft => ({ ...beginningOf('poll'), ...part });

test('a check-in and a check-out can be asked as they stand ready, and are anonymous', () => {
  for (const occasion of ['check-in', 'check-out'] as const) {
    const read = readAsk(occasion, { ...beginningOf(occasion), named: true });
    expect(read).toMatchObject({
      asked: {
        occasion,
        named: false,
        form: { kind: 'scale', steps: 5, low: 'tungt', high: 'godt' },
      },
    });
    expect(pollQuestion.safeParse(read.ok && read.asked).success).toBe(true);
  }
});

test('of an empty form the question and two options are missing', () => {
  expect(readAsk('poll', draft({}))).toEqual({
    ok: false,
    problems: { question: true, options: ['missing', 'missing'] },
  });
});

test('empty fields beside enough options count for nothing', () => {
  const read = readAsk('poll', draft({ question: ' Når? ', options: ['', ' Nå', '', 'Snart '] }));
  expect(read).toMatchObject({
    asked: { question: 'Når?', form: { kind: 'single', options: ['Nå', 'Snart'] } },
  });
});

test('one option is not enough, and the first empty field says so', () => {
  const read = readAsk('poll', draft({ question: 'Når?', options: ['', 'Nå', ''] }));
  expect(read).toMatchObject({ problems: { options: ['missing', undefined, undefined] } });
});

test('the second of two that read the same is wrong, whatever the size of its letters', () => {
  const read = readAsk('poll', draft({ question: 'Hvor?', options: ['Åre', 'Bø', ' åre'] }));
  expect(read).toMatchObject({ problems: { options: [undefined, undefined, 'double'] } });
});

test('options that were typed are no matter where words are asked for', () => {
  const read = readAsk('poll', draft({ question: 'Hva?', kind: 'text', options: ['Nå', 'nå'] }));
  expect(read).toMatchObject({ ok: true, asked: { form: { kind: 'text' } } });
});
