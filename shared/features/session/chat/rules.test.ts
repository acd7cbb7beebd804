import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MessageId, PersonId } from '#shared/kernel/ids.ts';
import type { ChatFact } from './facts.ts';
import {
  type Chat,
  type ChatMessage,
  EDIT_WINDOW_MS,
  MESSAGE_REACTIONS,
  RECENT_MESSAGES,
  RESTORE_WINDOW_MS,
} from './model.ts';
import {
  changeMessages,
  deleteMessage,
  editMessage,
  evolveChat,
  hideMessage,
  type MessageChange,
  postMessage,
  reactToMessage,
  restoreMessage,
  unhideMessage,
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
    hiddenAt: null,
    reactions: [],
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

test('CHAT-14 whatever is pressed, each person has one reaction at most, and it is the last one', () => {
  const presses = fc.array(
    fc.record({
      by: fc.constantFrom('kari' as PersonId, 'ola' as PersonId, 'siri' as PersonId),
      reaction: fc.constantFrom(null, ...MESSAGE_REACTIONS),
    }),
  );
  fc.assert(
    fc.property(presses, (all) => {
      const before: Chat = { messages: [message(0), message(1)], hasEarlier: false };
      const chat = all.reduce((now, { by, reaction }) => {
        const own = now.messages[0]?.reactions.find((one) => one.by === by)?.reaction ?? null;
        const decision = reactToMessage({ ...message(0), own }, by, reaction);
        return decision.ok ? decision.facts.reduce<Chat>(evolveChat, now) : now;
      }, before);
      const last = new Map(all.map(({ by, reaction }) => [by, reaction]));
      const said = new Map(chat.messages[0]?.reactions.map(({ by, reaction }) => [by, reaction]));
      expect(chat.messages[0]?.reactions).toHaveLength(said.size);
      for (const [by, reaction] of last) expect(said.get(by) ?? null).toBe(reaction);
      expect(chat.messages[1]).toEqual(message(1));
    }),
  );
});

test('CHAT-16 what is deleted gets no reaction, and one that is there can be taken back', () => {
  const gone = { ...message(0, { deletedAt: 3, text: '' }), own: 'agree' as const };
  const kari = 'kari' as PersonId;
  expect(reactToMessage(gone, kari, 'glad')).toEqual({ ok: false, refusal: 'deleted' });
  expect(reactToMessage(gone, kari, null)).toMatchObject({ facts: [{ reaction: null }] });
});

test('CHAT-18 hidden words are gone, and shown again they stand as they stood', () => {
  const before = message(0, {
    editedAt: 5,
    reactions: [{ by: 'ola' as PersonId, reaction: 'glad' }],
  });
  const hide = hideMessage(before, 9);
  if (!hide.ok) throw new Error(hide.refusal);
  const chat = hide.facts.reduce<Chat>(evolveChat, { messages: [before], hasEarlier: false });
  const hidden = chat.messages[0] as ChatMessage;
  expect(hidden).toMatchObject({ text: '', hiddenAt: 9, editedAt: 5 });
  expect(hideMessage(hidden, 10)).toEqual({ ok: true, facts: [] });
  const show = unhideMessage(hidden, 'ord 0');
  if (!show.ok) throw new Error(show.refusal);
  expect(show.facts.reduce<Chat>(evolveChat, chat).messages).toEqual([before]);
  expect(unhideMessage(before, 'ord 0')).toEqual({ ok: true, facts: [] });
});

test('CHAT-19 hidden words are not edited or reacted to, and deleted ones not put back behind it', () => {
  const hidden = message(0, { hiddenAt: 9, text: '' });
  const refused = { ok: false, refusal: 'hidden' };
  expect(editMessage(hidden, 'nye', 10)).toEqual(refused);
  expect(reactToMessage({ ...hidden, own: null }, 'ola' as PersonId, 'glad')).toEqual(refused);
  expect(deleteMessage(hidden, 10).facts).toHaveLength(1);
  const gone = { ...hidden, deletedAt: 10 };
  expect(restoreMessage(gone, { text: 'ord 0', same: true }, 11)).toEqual(refused);
  expect(hideMessage(gone, 11)).toEqual({ ok: false, refusal: 'deleted' });
  expect(unhideMessage(gone, 'ord 0')).toEqual({ ok: false, refusal: 'deleted' });
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
