import { createEffect, createSignal, on, onCleanup } from 'solid-js';
import { live } from '../../../platform/live.ts';

const KEPT_AS = 'concern';
const KEEP_AFTER_MS = 400;

/** What one is about to report: kept on the device, sealed, until it is sent (CONCERN-7). */
export function createConcernDraft() {
  const [text, setText] = createSignal('');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keepNow = () => {
    clearTimeout(timer);
    timer = undefined;
    void live.keepDraft(KEPT_AS, text());
  };
  createEffect(
    on(
      text,
      () => {
        clearTimeout(timer);
        timer = setTimeout(keepNow, KEEP_AFTER_MS);
      },
      { defer: true },
    ),
  );
  onCleanup(() => timer !== undefined && keepNow());
  void live.keptDraft(KEPT_AS).then((kept) => {
    // Whoever was quicker than the device has the last word.
    if (text() === '') setText(kept);
  });
  return {
    text,
    write: setText,
    /** It is on its way, and lies among the unsent calls until it has arrived: a second copy could be sent twice. */
    sentOff: () => void live.keepDraft(KEPT_AS, ''),
    /** It was refused: then it is a draft again. */
    cameBack: (words: string) => {
      setText(words);
      void live.keepDraft(KEPT_AS, words);
    },
  };
}
