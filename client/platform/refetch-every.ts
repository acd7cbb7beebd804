import { onCleanup } from 'solid-js';

/** Asks again at intervals while the page is looked at. For what moves by itself and has no channel. Cleaned up by Solid. */
export function refetchEvery(everyMs: number, refetch: () => void): void {
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible') refetch();
  }, everyMs);
  onCleanup(() => clearInterval(timer));
}
