import { onCleanup } from 'solid-js';

/**
 * Asks again at intervals while the page is looked at, and not before the last answer has come: on a slow line that takes longer. For what moves by itself and
 * has no channel. Cleaned up by Solid.
 */
export function refetchEvery(
  everyMs: number,
  query: { readonly refetch: () => void; readonly isAsking?: () => boolean },
): void {
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible' && !query.isAsking?.()) query.refetch();
  }, everyMs);
  onCleanup(() => clearInterval(timer));
}
