import { expect, test } from 'vitest';
import type { ChatMessage } from '#shared/features/session/chat/model.ts';
import type { MessageId } from '#shared/kernel/ids.ts';
import { followChat, NOTHING_SHOWN, newFromOthers, withEarlier } from './shown-messages.ts';

const message = (id: number, text = `${id}`): ChatMessage => ({
  id: `${id}` as MessageId,
  by: 'per' as ChatMessage['by'],
  byName: 'Per',
  at: id,
  text,
  lang: null,
  replyTo: null,
  editedAt: null,
  deletedAt: null,
  hiddenAt: null,
  reactions: [],
});
const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => message(from + index));
const texts = (messages: readonly ChatMessage[]) => messages.map((one) => one.text);

test('what slides out of the channel stays on the screen', () => {
  const before = followChat(NOTHING_SHOWN, { messages: range(1, 3), hasEarlier: false });
  const after = followChat(before, { messages: range(3, 5), hasEarlier: true });
  expect(texts(after.messages)).toEqual(['1', '2', '3', '4', '5']);
  expect(after.hasEarlier).toBe(false);
});

test('F13 earlier messages come before, once', () => {
  const shown = followChat(NOTHING_SHOWN, { messages: range(5, 6), hasEarlier: true });
  const more = withEarlier(shown, { messages: range(3, 5), hasEarlier: true });
  expect(texts(more.messages)).toEqual(['3', '4', '5', '6']);
  const all = withEarlier(more, { messages: range(1, 2), hasEarlier: false });
  expect(all.hasEarlier).toBe(false);
  expect(followChat(all, { messages: range(5, 7), hasEarlier: true }).hasEarlier).toBe(false);
});

test('an edit in the channel is seen in what is shown', () => {
  const shown = followChat(NOTHING_SHOWN, { messages: range(1, 2), hasEarlier: false });
  const edited = [message(1, 'new words'), message(2)];
  expect(texts(followChat(shown, { messages: edited, hasEarlier: false }).messages)).toEqual([
    'new words',
    '2',
  ]);
});

test('after a long absence no hole is shown', () => {
  const shown = followChat(NOTHING_SHOWN, { messages: range(1, 3), hasEarlier: false });
  const after = followChat(shown, { messages: range(8, 9), hasEarlier: true });
  expect(texts(after.messages)).toEqual(['8', '9']);
  expect(after.hasEarlier).toBe(true);
});

test('only what others have written since counts as new', () => {
  const mine = (one: ChatMessage) => one.text === 'mine';
  const messages = [message(1), message(2, 'mine'), message(3), message(4)];
  expect(newFromOthers(messages, '1' as MessageId, mine)).toBe(2);
  expect(newFromOthers(messages, undefined, mine)).toBe(3);
});
