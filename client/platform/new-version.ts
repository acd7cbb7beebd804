import { createSignal } from 'solid-js';

const ASKED_APART_MS = 60_000;

/** The build's files in a page: their names carry a hash of their content. */
const FILE = /\/assets\/[\w.~-]+/gu;

/** Whether the server's page is made of other files than this one. A page without such files (`npm run dev`) has no version. */
export function isNewer(own: ReadonlySet<string>, page: string): boolean {
  const files = page.match(FILE) ?? [];
  return own.size > 0 && files.length > 0 && files.some((file) => !own.has(file));
}

const [found, setFound] = createSignal(false);
/** Whether the server has other pages than the one that is open. */
export const newVersionFound = found;

const own = new Set(globalThis.document?.head.innerHTML.match(FILE) ?? []);
let askedAt = performance.now();

/** Asks the server what its pages are made of, at most once a minute. */
export async function askForNewVersion(): Promise<void> {
  if (found() || performance.now() - askedAt < ASKED_APART_MS) return;
  askedAt = performance.now();
  try {
    const answer = await fetch('/', { cache: 'no-store' });
    if (!answer.ok || !isNewer(own, await answer.text())) return;
    await fetchBehind();
    setFound(true);
  } catch {
    // No network: asked again later.
  }
}

/** On one's own device the new pages come to lie beside the old ones first, so that they open without a network too. */
async function fetchBehind(): Promise<void> {
  await (await registered())?.update().catch(() => undefined);
}

/** Loads this page anew, in the new version. */
export async function switchVersion(): Promise<void> {
  // Heard by service-worker.ts, which stands alone and imports nothing.
  (await registered())?.waiting?.postMessage('take-over');
  // A page is always asked of the server first, whoever serves the files.
  location.reload();
}

async function registered(): Promise<ServiceWorkerRegistration | undefined> {
  return 'serviceWorker' in navigator
    ? navigator.serviceWorker.getRegistration().catch(() => undefined)
    : undefined;
}
