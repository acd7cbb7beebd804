import { createEffect, createSignal, onCleanup, untrack } from 'solid-js';
import type { ChatMessage } from '#shared/features/session/chat/model.ts';
import type { Room } from '../session-room.ts';

/** What the words in the field are for. */
export type DraftKind =
  | { readonly kind: 'new' }
  | { readonly kind: 'reply'; readonly to: ChatMessage }
  | { readonly kind: 'edit'; readonly message: ChatMessage };

/** Often enough that a phone which discards the page loses a word or two at most. */
const KEEP_AFTER_MS = 400;

export type Draft = ReturnType<typeof createDraft>;

/** The message being written. It is kept on the device, and is there again after a reload. */
export function createDraft(room: Room) {
  const name = `chat ${room.sessionId}`;
  const [text, setText] = createSignal('');
  const [kind, setKind] = createSignal<DraftKind>({ kind: 'new' });
  /** What was being written when an edit began; it comes back afterwards. */
  let aside = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** What lies on the device: a sign-out in another tab erases it there, and this tab must not put it back. */
  let keptWords = '';

  const words = () => (kind().kind === 'edit' ? aside : text());
  const keepNow = () => {
    clearTimeout(timer);
    if (words() === keptWords) return;
    keptWords = words();
    room.live.keepDraft(name, keptWords);
  };
  const keepSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(keepNow, KEEP_AFTER_MS);
  };

  room.live.keptDraft(name).then((kept) => {
    // Whoever was quicker than the device has the last word.
    if (kept === '' || text() !== '') return;
    keptWords = kept;
    setText(kept);
  });
  createEffect(() => {
    // The words stay, the message they answer goes with the room.
    if (!room.session() && untrack(kind).kind === 'reply') setKind({ kind: 'new' });
  });
  const hidden = () => {
    if (document.visibilityState === 'hidden') keepNow();
  };
  document.addEventListener('visibilitychange', hidden);
  onCleanup(() => {
    keepNow();
    document.removeEventListener('visibilitychange', hidden);
  });

  return {
    text,
    kind,
    /** Everything written and not sent: what an edit put aside too. */
    texts: () => [aside, text()].filter((one) => one.trim() !== ''),
    write(words: string): void {
      setText(words);
      keepSoon();
    },
    /** Begins to answer somebody; what is written stays. */
    replyTo(message: ChatMessage): void {
      if (kind().kind === 'edit') setText(aside);
      setKind({ kind: 'reply', to: message });
    },
    startEdit(message: ChatMessage): void {
      if (kind().kind !== 'edit') aside = text();
      setText(message.text);
      setKind({ kind: 'edit', message });
    },
    /** Back to an ordinary message: an edit gives back what was written before it. */
    cancel(): void {
      if (kind().kind === 'edit') setText(aside);
      aside = '';
      setKind({ kind: 'new' });
      keepSoon();
    },
    /** The words have gone off. */
    clear(): void {
      setText(kind().kind === 'edit' ? aside : '');
      aside = '';
      setKind({ kind: 'new' });
      keepNow();
    },
  };
}
