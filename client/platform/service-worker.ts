/**
 * Keeps the pages of Mellom on a device that its owner has marked as own, and on no other (own-device.ts). It knows
 * no content: what people write lies encrypted in the device store. Built into one file of its own by tools/vite-offline.ts,
 * which puts in the names of the build's files; each carries a hash, so a file in the cache is never an old one.
 */
declare const SHELL_FILES: readonly string[];
declare const SHELL_VERSION: string;

interface Worker {
  readonly location: Location;
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
  addEventListener(type: 'push', listener: (event: Lasting & { data: Data | null }) => void): void;
  addEventListener(type: 'notificationclick', listener: (event: Pressed) => void): void;
  readonly registration: {
    showNotification(title: string, options: object): Promise<void>;
  };
  addEventListener(type: 'message', listener: (event: Lasting & { data: unknown }) => void): void;
  readonly clients: {
    matchAll(of: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly unknown[]>;
    openWindow(path: string): Promise<unknown>;
  };
  skipWaiting(): Promise<void>;
}
interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}
interface Data {
  json(): { title: string; body: string; path: string; tag: string };
}
interface Pressed extends Lasting {
  readonly notification: { readonly data: { readonly path: string }; close(): void };
}
interface Fetching {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

const worker = self as unknown as Worker;
const NAME = `mellom-shell-${SHELL_VERSION}`;
/** A network that is there but says nothing, as in a tunnel: then what lies here is shown. */
const PATIENCE_MS = 4_000;

// The new one waits until no page of the old one is open: those still load parts by their old names.
worker.addEventListener('install', (event) => {
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(['/', ...SHELL_FILES])));
});

// Somebody wants the new version now (new-version.ts). With other pages open it goes on waiting, for their sake.
worker.addEventListener('message', (event) => {
  const takeOver = async () => {
    const open = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
    if (open.length <= 1) await worker.skipWaiting();
  };
  if (event.data === 'take-over') event.waitUntil(takeOver());
});

worker.addEventListener('activate', (event) => {
  const removeOthers = async () => {
    for (const name of await caches.keys()) if (name !== NAME) await caches.delete(name);
  };
  event.waitUntil(removeOthers());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(newestPage(request));
  else if (pathname.startsWith('/assets/')) event.respondWith(asset(request));
});

// A notice of ours, encrypted until it was here; the same one again takes the place of the first.
worker.addEventListener('push', (event) => {
  if (!event.data) return;
  const { title, body, path, tag } = event.data.json();
  event.waitUntil(worker.registration.showNotification(title, { body, tag, data: { path } }));
});

worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(worker.clients.openWindow(event.notification.data.path));
});

/** Always the server's own page when it answers, so that a new version is never held back. */
async function newestPage(request: Request): Promise<Response> {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch {
    const kept = await (await caches.open(NAME)).match('/');
    return kept ?? Response.error();
  }
}

async function asset(request: Request): Promise<Response> {
  const kept = await (await caches.open(NAME)).match(request, { ignoreVary: true });
  return kept ?? fetch(request);
}
