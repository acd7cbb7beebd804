import { onCleanup } from 'solid-js';

/** Keeps what is being written when its place goes, and when the page is hidden: a phone may end a hidden page without a word. */
export function keepWhenLeft(keepNow: () => void): void {
  const hidden = () => {
    if (document.visibilityState === 'hidden') keepNow();
  };
  document.addEventListener('visibilitychange', hidden);
  onCleanup(() => {
    keepNow();
    document.removeEventListener('visibilitychange', hidden);
  });
}
