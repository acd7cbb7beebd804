import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CaptionId } from '#shared/kernel/ids.ts';
import type { SignalReply } from '#shared/wire/socket-events.ts';
import { makeOutgoing, type OutgoingState } from './outgoing.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Line = { readonly captionId: CaptionId; readonly text: string };
const line = (id: string, text: string): Line => ({ captionId: id as CaptionId, text });

/** A line to the server that answers after `takesMs`, with what `answer` says just then. */
function make(takesMs: number, answer: () => SignalReply | undefined = () => ({ ok: true })) {
  const sent: string[] = [];
  const states: OutgoingState[] = [];
  const outgoing = makeOutgoing<Line>(
    async ({ text }) => {
      sent.push(text);
      await new Promise((resolve) => setTimeout(resolve, takesMs));
      return answer();
    },
    (state) => states.push(state),
  );
  return { outgoing, sent, states };
}

test('CAP-7 F26 the first press goes at once, and those after it together, eight times a second at most', async () => {
  const { outgoing, sent } = make(5);
  const text = 'Dette skrives fort nok til at ingen venter på det.';
  for (let length = 1; length <= text.length; length++) {
    outgoing.add(line('a', text.slice(0, length)));
    await vi.advanceTimersByTimeAsync(60);
  }
  await vi.advanceTimersByTimeAsync(300);
  expect(sent[0]).toBe('D');
  expect(sent.at(-1)).toBe(text);
  expect(sent.length).toBeLessThanOrEqual((text.length * 60) / 120 + 2);
});

test('CAP-7 over a slow line nothing piles up: each line goes as it is by then, in their order', async () => {
  const { outgoing, sent } = make(2_000);
  for (const text of ['1', '12', '123']) outgoing.add(line('a', text));
  outgoing.add(line('b', 'ny'));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent).toEqual(['1', '123', 'ny']);
});

test('CAP-7 while the line is gone what was written last waits, and goes when it is back', async () => {
  let reply: SignalReply | undefined;
  const { outgoing, sent, states } = make(1, () => reply);
  for (const id of ['a', 'b', 'c', 'd', 'e']) outgoing.add(line(id, id));
  await vi.advanceTimersByTimeAsync(10);
  expect(states.at(-1)).toBe('waits');
  sent.length = 0;
  reply = { ok: true };
  outgoing.nudge();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent, 'as much as is seen at a time').toEqual(['c', 'd', 'e']);
  expect(states.at(-1)).toBe('ok');
});

test('CAP-3 whoever is too fast waits as long as asked, and sends what is newest then', async () => {
  let reply: SignalReply = { ok: false, refusal: 'too-many-calls', retryAfterMs: 500 };
  const { outgoing, sent } = make(1, () => reply);
  outgoing.add(line('a', 'x'));
  await vi.advanceTimersByTimeAsync(2);
  outgoing.add(line('a', 'xy'));
  reply = { ok: true };
  await vi.advanceTimersByTimeAsync(490);
  expect(sent).toEqual(['x']);
  await vi.advanceTimersByTimeAsync(20);
  expect(sent).toEqual(['x', 'xy']);
});

test('CAP-4 whoever may not any more is told, and nothing is tried again', async () => {
  const { outgoing, sent, states } = make(1, () => ({ ok: false, refusal: 'not-found' }));
  outgoing.add(line('a', 'x'));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(sent).toEqual(['x']);
  expect(states).toEqual(['refused']);
});

test('CAP-7 nothing goes out after it was stopped', async () => {
  const { outgoing, sent } = make(50);
  outgoing.add(line('a', 'x'));
  outgoing.add(line('a', 'xy'));
  outgoing.stop();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(sent).toEqual(['x']);
});
