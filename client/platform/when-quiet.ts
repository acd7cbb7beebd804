/** Longer than what a page needs for itself takes on a slow line (docs/measurements.md S18). */
const QUIET_AFTER_MS = 5_000;

let quiet: Promise<void> | undefined;

/**
 * Resolves once for a page: a while after it has come, when the browser has nothing better to do. For what is fetched
 * ahead of its use, so that it never stands in the way of what one came for.
 */
export function pageIsQuiet(): Promise<void> {
  quiet ??= loaded()
    .then(() => new Promise((resolve) => setTimeout(resolve, QUIET_AFTER_MS)))
    .then(idle);
  return quiet;
}

function loaded(): Promise<void> {
  if (document.readyState === 'complete') return Promise.resolve();
  return new Promise((resolve) => addEventListener('load', () => resolve(), { once: true }));
}

/** Safari has no word for it. */
function idle(): Promise<void> {
  if (!('requestIdleCallback' in globalThis)) return Promise.resolve();
  return new Promise((resolve) => requestIdleCallback(() => resolve()));
}
