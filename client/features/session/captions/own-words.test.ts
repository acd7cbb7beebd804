import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SessionId } from '#shared/kernel/ids.ts';
import { inLines, makeOwnWords } from './own-words.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Sent = { readonly captionId: string; readonly text: string; readonly done: boolean };

async function say(...heard: readonly (readonly [number, string, boolean])[]) {
  const sent: Sent[] = [];
  const live = {
    signal: async (_: unknown, input: unknown) => {
      sent.push(input as Sent);
      return { ok: true } as const;
    },
  };
  const own = makeOwnWords({ sessionId: 's' as SessionId, live }, undefined, () => undefined);
  for (const each of heard) {
    own.hear(...each);
    await vi.advanceTimersByTimeAsync(500);
  }
  own.stop();
  return sent;
}

test('CAP-13 F26 a stretch of speech is one line that grows and is done; the next is another', async () => {
  const sent = await say([0, 'hei', false], [0, ' hei du', true], [1, 'vi', false]);
  expect(sent.map(({ text, done }) => [text, done])).toEqual([
    ['hei', false],
    ['hei du', true],
    ['vi', false],
  ]);
  expect(sent[1]?.captionId).toBe(sent[0]?.captionId);
  expect(sent[2]?.captionId).not.toBe(sent[0]?.captionId);
});

test('CAP-13 after a new start the numbers begin anew, and the lines with them', async () => {
  const sent = await say([0, 'hei', true], [0, 'igjen', false]);
  expect(sent[1]?.captionId).not.toBe(sent[0]?.captionId);
});

test('CAP-13 a long stretch is parted between words, and a line that stands is not sent again', async () => {
  const words = 'ord '.repeat(39).trim();
  expect(inLines(`${words} slutten kommer`)).toEqual([`${words}`, 'slutten kommer']);
  expect(inLines('x'.repeat(170))).toEqual(['x'.repeat(160), 'x'.repeat(10)]);
  const sent = await say([0, `${words} slutten`, false], [0, `${words} slutten kommer`, false]);
  expect(sent.map(({ text, done }) => [text, done])).toEqual([
    [words, true],
    ['slutten', false],
    ['slutten kommer', false],
  ]);
  const fewer = await say([0, `${words} slutten`, false], [0, 'kort', true]);
  expect(fewer.at(-1)).toMatchObject({ captionId: fewer[1]?.captionId, text: '' });
});
