import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MessageId, PersonId } from '#shared/kernel/ids.ts';
import type { ChatFact } from './facts.ts';
import {
  type Chat,
  type ChatMessage,
  EDIT_WINDOW_MS,
  RECENT_MESSAGES,
  RESTORE_WINDOW_MS,
} from './model.ts';
import {
  changeMessages,
  deleteMessage,
  editMessage,
  evolveChat,
  type MessageChange,
  postMessage,
  restoreMessage,
} from './rules.ts';

const EMPTY: Chat = { messages: [], hasEarlier: false };

function message(nth: number, given: Partial<ChatMessage> = {}): ChatMessage {
  return {
    id: `m${nth}` as MessageId,
    by: 'kari' as PersonId,
    byName: 'Kari',
    at: nth,
    text: `ord ${nth}`,
    lang: 'nb',
    replyTo: null,
    editedAt: null,
    deletedAt: null,
    ...given,
  };
}

const posted = (nth: number): ChatFact => ({ type: 'message-posted', message: message(nth) });

test('CHAT-4 a reply to what the session does not have is refused; to a deleted message it is not', () => {
  const draft = message(2, { replyTo: 'm1' as MessageId });
  expect(postMessage(draft, null, 5)).toEqual({ ok: false, refusal: 'unknown-message' });
  expect(postMessage(draft, message(1, { deletedAt: 3, text: '' }), 5)).toMatchObject({
    ok: true,
    facts: [{ message: { at: 5, replyTo: 'm1' } }],
  });
});

test('CHAT-6 words can be changed until ten minutes have passed', () => {
  const fresh = message(0);
  expect(editMessage(fresh, 'nye', EDIT_WINDOW_MS)).toMatchObject({ ok: true });
  expect(editMessage(fresh, 'nye', EDIT_WINDOW_MS + 1)).toEqual({ ok: false, refusal: 'too-late' });
  expect(editMessage(fresh, fresh.text, 1)).toEqual({ ok: true, facts: [] });
  expect(editMessage(message(0, { deletedAt: 1 }), 'nye', 1)).toEqual({
    ok: false,
    refusal: 'deleted',
  });
});

test('CHAT-7 a deleted message is an empty place, and deleting it again changes nothing', () => {
  const chat = [posted(0), posted(1)].reduce(evolveChat, EMPTY);
  const gone = deleteMessage(message(0), 9).facts.reduce<Chat>(evolveChat, chat);
  expect(gone.messages).toMatchObject([{ id: 'm0', text: '', deletedAt: 9 }, { text: 'ord 1' }]);
  expect(deleteMessage(message(0, { deletedAt: 1 }), 10).facts).toEqual([]);
});

/** A message after it was taken back at 9 and put back at 10. */
function thereAgain(before: ChatMessage, words: { text: string; same: boolean }) {
  const chat: Chat = { messages: [before], hasEarlier: false };
  const gone: ChatMessage = { ...before, text: '', deletedAt: 9 };
  const back = restoreMessage(gone, words, 10);
  if (!back.ok) throw new Error(back.refusal);
  const facts = [...deleteMessage(before, 9).facts, ...back.facts];
  return facts.reduce<Chat>(evolveChat, chat).messages[0];
}

test.each([null, 5])('CHAT-11 the same words put back are as they were (edited at %s)', (at) => {
  const before = message(0, { editedAt: at });
  expect(thereAgain(before, { text: 'ord 0', same: true })).toEqual(before);
});

test('CHAT-11 words put back that nobody can call the same count as edited', () => {
  expect(thereAgain(message(0), { text: 'ord 0', same: false })).toEqual(
    message(0, { editedAt: 10 }),
  );
});

test('CHAT-11 words taken back can be put back for a minute', () => {
  const gone = { ...message(0), text: '', deletedAt: 9 };
  const words = { text: 'ord 0', same: true };
  expect(restoreMessage(gone, words, 9 + RESTORE_WINDOW_MS)).toMatchObject({ ok: true });
  expect(restoreMessage(gone, words, 10 + RESTORE_WINDOW_MS)).toEqual({
    ok: false,
    refusal: 'too-late',
  });
  expect(restoreMessage(message(0), words, 9)).toEqual({ ok: true, facts: [] });
});

test('CHAT-10 the state holds the latest messages and knows that there were more', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 450 }), (number) => {
      const facts = Array.from({ length: number }, (_, nth) => posted(nth));
      const chat = facts.reduce(evolveChat, EMPTY);
      expect(chat.messages.map((one) => one.at)).toEqual(
        Array.from({ length: number }, (_, nth) => nth).slice(-RECENT_MESSAGES),
      );
      expect(chat.hasEarlier).toBe(number > RECENT_MESSAGES);
    }),
    { numRuns: 30 },
  );
});

test('an edit of a message that the list no longer holds changes nothing', () => {
  const edit: MessageChange = { type: 'message-edited', id: 'm7' as MessageId, text: 'nye', at: 3 };
  expect(changeMessages([message(0)], edit)).toEqual([message(0)]);
});
