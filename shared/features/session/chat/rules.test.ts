import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MessageId, PersonId } from '#shared/kernel/ids.ts';
import type { ChatFact } from './facts.ts';
import { type Chat, type ChatMessage, EDIT_WINDOW_MS, RECENT_MESSAGES } from './model.ts';
import {
  changeMessages,
  deleteMessage,
  editMessage,
  evolveChat,
  type MessageChange,
  postMessage,
} from './rules.ts';

const EMPTY: Chat = { messages: [], hasEarlier: false };

function message(nth: number, given: Partial<ChatMessage> = {}): ChatMessage {
  return {
    id: `m${nth}` as MessageId,
    by: 'kari' as PersonId,
    byName: 'Kari',
    at: nth,
    text: `ord ${nth}`,
    replyTo: null,
    editedAt: null,
    deleted: false,
    ...given,
  };
}

const posted = (nth: number): ChatFact => ({ type: 'message-posted', message: message(nth) });

test('CHAT-4 a reply to what the session does not have is refused; to a deleted message it is not', () => {
  const draft = message(2, { replyTo: 'm1' as MessageId });
  expect(postMessage(draft, null, 5)).toEqual({ ok: false, refusal: 'unknown-message' });
  expect(postMessage(draft, message(1, { deleted: true, text: '' }), 5)).toMatchObject({
    ok: true,
    facts: [{ message: { at: 5, replyTo: 'm1' } }],
  });
});

test('CHAT-6 words can be changed until ten minutes have passed', () => {
  const fresh = message(0);
  expect(editMessage(fresh, 'nye', EDIT_WINDOW_MS)).toMatchObject({ ok: true });
  expect(editMessage(fresh, 'nye', EDIT_WINDOW_MS + 1)).toEqual({ ok: false, refusal: 'too-late' });
  expect(editMessage(fresh, fresh.text, 1)).toEqual({ ok: true, facts: [] });
  expect(editMessage(message(0, { deleted: true }), 'nye', 1)).toEqual({
    ok: false,
    refusal: 'deleted',
  });
});

test('CHAT-7 a deleted message is an empty place, and deleting it again changes nothing', () => {
  const chat = [posted(0), posted(1)].reduce(evolveChat, EMPTY);
  const gone = deleteMessage(message(0), 9).facts.reduce<Chat>(evolveChat, chat);
  expect(gone.messages).toMatchObject([{ id: 'm0', text: '', deleted: true }, { text: 'ord 1' }]);
  expect(deleteMessage(message(0, { deleted: true }), 10).facts).toEqual([]);
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
