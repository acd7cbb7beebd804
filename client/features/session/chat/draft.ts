import { createEffect, createSignal, untrack } from 'solid-js';
import { postMessage } from '#shared/features/session/chat/commands.ts';
import type { ChatMessage } from '#shared/features/session/chat/model.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { keepWhenLeft } from '../../../platform/keep-when-left.ts';
import type { Room } from '../session-room.ts';
import type { ChatPlace } from './chat-place.ts';

/** What the words in the field are for. */
export type DraftKind =
  | { readonly kind: 'new' }
  | { readonly kind: 'reply'; readonly to: ChatMessage }
  | { readonly kind: 'edit'; readonly message: ChatMessage };

/** Often enough that a phone which discards the page loses a word or two at most. */
const KEEP_AFTER_MS = 400;

export type Draft = ReturnType<typeof createDraft>;

/** What the drafts of a session's groups are called, up to the group's own id. */
export const groupDraftsOf = (sessionId: SessionId) => `chat ${sessionId} `;

/** The message being written in one place, or being changed. It is kept on the device, and is there again after a reload. */
export function createDraft(room: Room, place: ChatPlace) {
  const of = place.breakoutId ?? room.sessionId;
  const name = place.breakoutId
    ? groupDraftsOf(room.sessionId) + place.breakoutId
    : `chat ${room.sessionId}`;
  /** Followed by the message that is being changed. */
  const edits = `chat-edit ${of} `;
  const [text, setText] = createSignal('');
  const [kind, setKind] = createSignal<DraftKind>({ kind: 'new' });
  /** What was being written when an edit began; it comes back afterwards. */
  let aside = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const device = makeKeeping(room.live.keepDraft);

  const keepNow = () => {
    clearTimeout(timer);
    const now = kind();
    device.keep(name, now.kind === 'edit' ? aside : text());
    const edit = now.kind === 'edit' ? edits + now.message.id : undefined;
    device.forgetOthers(edits, edit);
    if (edit) device.keep(edit, text());
  };
  const keepSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(keepNow, KEEP_AFTER_MS);
  };

  const begin = (message: ChatMessage, words: string) => {
    if (kind().kind !== 'edit') aside = text();
    setText(words);
    setKind({ kind: 'edit', message });
    keepSoon();
  };
  const clear = () => {
    setText(kind().kind === 'edit' ? aside : '');
    aside = '';
    setKind({ kind: 'new' });
    keepNow();
  };

  const [keptEdits, setKeptEdits] = createSignal<ReadonlyMap<string, string>>(new Map());
  void takeUp();
  async function takeUp(): Promise<void> {
    const kept = await room.live.keptDraft(name);
    device.know(name, kept);
    // Whoever was quicker than the device has the last word.
    if (kept !== '' && text() === '') setText(kept);
    const begun = await room.live.keptDrafts(edits);
    for (const [messageId, words] of begun) device.know(edits + messageId, words);
    setKeptEdits(begun);
  }
  // A change that was begun on an earlier page goes on when its message is here again.
  createEffect(() => {
    const messages = place.chat()?.messages;
    const [first] = keptEdits();
    if (!messages || !first) return;
    setKeptEdits(new Map());
    const [messageId, words] = first;
    const message = messages.find((one) => one.id === messageId && one.deletedAt === null);
    if (message && untrack(kind).kind !== 'edit') begin(message, words);
    else if (!message) setText((now) => (now === '' ? words : now));
  });
  // Another tab of one's own has sent these very words: here they are sent too.
  place.whenFact((fact) => {
    if (fact.type !== 'message-posted' || fact.message.by !== room.me) return;
    const sentFromHere = room.live.unsent().some((call) => call.name === postMessage.name);
    if (kind().kind === 'new' && !sentFromHere && text().trim() === fact.message.text) clear();
  });
  createEffect(() => {
    // The words stay, the message they answer goes with the room.
    if (!place.chat() && untrack(kind).kind === 'reply') setKind({ kind: 'new' });
  });
  keepWhenLeft(keepNow);

  const texts = () => [aside, text()].filter((one) => one.trim() !== '');
  return {
    text,
    kind,
    /** Everything written and not sent: what an edit put aside too. */
    texts,
    write(words: string): void {
      setText(words);
      keepSoon();
    },
    /** Begins to answer somebody; what is written stays. */
    replyTo(message: ChatMessage): void {
      if (kind().kind === 'edit') setText(aside);
      setKind({ kind: 'reply', to: message });
    },
    startEdit: (message: ChatMessage) => begin(message, message.text),
    /** Back to an ordinary message: an edit gives back what was written before it. */
    cancel(): void {
      if (kind().kind === 'edit') setText(aside);
      aside = '';
      setKind({ kind: 'new' });
      keepSoon();
    },
    /** The words have gone off. */
    clear,
    /** One of the texts is given back somewhere else: here nothing is left of it, and the others stand. */
    drop(nth: number): void {
      const rest = texts().filter((_, each) => each !== nth);
      aside = '';
      setText(rest[0] ?? '');
      setKind({ kind: 'new' });
      keepNow();
    },
  };
}

/** Keeps texts on the device, each only when it has changed: a sign-out in another tab erases them there, and this tab must not put them back. */
function makeKeeping(put: (name: string, text: string) => Promise<void>) {
  const known = new Map<string, string>();
  const keep = (name: string, text: string) => {
    if ((known.get(name) ?? '') === text) return;
    known.set(name, text);
    void put(name, text);
  };
  return {
    know: (name: string, text: string) => void known.set(name, text),
    keep,
    forgetOthers(prefix: string, but: string | undefined): void {
      for (const name of known.keys()) if (name.startsWith(prefix) && name !== but) keep(name, '');
    },
  };
}
