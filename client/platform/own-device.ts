import type { PersonId } from '#shared/kernel/ids.ts';
import { openDeviceStore } from './device-store.ts';
import { setOwnerOfDevice } from './own-device-mark.ts';
import { ownScript } from './own-scripts.ts';
import { forgetPictures } from './picture-copies.ts';

/** Built by tools/vite-offline.ts. */
const SHELL = '/service-worker.js';

/** Marks the device as one's own, or takes the mark away and with it every copy that the server has in full. */
export async function markOwnDevice(me: PersonId, own: boolean): Promise<void> {
  setOwnerOfDevice(own ? me : undefined);
  await keepShell(own);
  if (own) return;
  const store = await openDeviceStore(me);
  for (const [name, copy] of await store.all('documents')) {
    if ((copy as { unsaved?: unknown }).unsaved == null) await store.remove('documents', name);
  }
  await forgetPictures(store, '');
}

/** Lets the pages themselves lie on the device, so that they open after a cold start without a network; or takes them away. */
export async function keepShell(own: boolean): Promise<void> {
  // Absent over plain http, and in some private windows: copies then open as long as the page stands.
  if (!('serviceWorker' in navigator)) return;
  try {
    if (own) return void (await navigator.serviceWorker.register(ownScript(SHELL)));
    await (await navigator.serviceWorker.getRegistration(SHELL))?.unregister();
    for (const name of await caches.keys()) await caches.delete(name);
  } catch {
    // No network, or a browser that will not: the next visit tries again.
  }
}
