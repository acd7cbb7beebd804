import { createSignal } from 'solid-js';
import { keepWhenLeft } from '../../../platform/keep-when-left.ts';
import type { Room } from '../session-room.ts';

/** Often enough that a phone which discards the page loses a word or two at most. */
const KEEP_AFTER_MS = 400;

export type LineDraft = ReturnType<typeof createLineDraft>;

/** Words on their way to a line, kept on the device under a name until they are sent. */
export function createLineDraft(room: Room, name: string) {
  const [text, setText] = createSignal('');
  let kept = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  function keepNow(): void {
    clearTimeout(timer);
    // A sign-out in another tab erases what is kept: unchanged words are not put back.
    if (text() === kept) return;
    kept = text();
    void room.live.keepDraft(name, kept);
  }
  function write(words: string): void {
    setText(words);
    clearTimeout(timer);
    timer = setTimeout(keepNow, KEEP_AFTER_MS);
  }

  void room.live.keptDraft(name).then((found) => {
    if (found === '') return;
    kept = found;
    // Whoever was quicker than the device has the last word.
    if (text() === '') setText(found);
  });
  keepWhenLeft(keepNow);

  return {
    text,
    write,
    /** The words have gone off. */
    clear(): void {
      setText('');
      keepNow();
    },
  };
}
