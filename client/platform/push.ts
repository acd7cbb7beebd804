import { PUSH_DEVICES_PATH, PUSH_KEY_PATH } from '#shared/features/notification/push.ts';

/** Built by tools/vite-offline.ts, and there on a device that its owner has marked as own. */
const SHELL = '/service-worker.js';
const ANSWER_TIMEOUT_MS = 15_000;

/** Whether this browser can be told of something while no page of ours is open. */
export const canBePushed = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis;

/** What this browser is known by at its push service; null where it is told nothing. */
export async function endpointHere(): Promise<string | null> {
  if (!canBePushed()) return null;
  const registration = await navigator.serviceWorker.getRegistration(SHELL);
  return (await registration?.pushManager.getSubscription())?.endpoint ?? null;
}

/** Asks the person, by the browser's own question, and then both services. Only ever after a press. */
export async function switchPushOn(): Promise<'on' | 'denied' | 'failed'> {
  try {
    const registration = await navigator.serviceWorker.getRegistration(SHELL);
    if (!registration) return 'failed';
    if ((await Notification.requestPermission()) !== 'granted') return 'denied';
    const { publicKey } = await (await fetch(PUSH_KEY_PATH)).json();
    const made = await registration.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: publicKey,
    });
    const { endpoint, keys } = made.toJSON();
    const answer = await fetch(PUSH_DEVICES_PATH, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-mellom': '1' },
      body: JSON.stringify({ endpoint, keys }),
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    });
    if (answer.ok) return 'on';
    await made.unsubscribe();
    return 'failed';
  } catch {
    return 'failed';
  }
}

/** Has this browser told nothing more. The push service then answers that it is gone, whatever becomes of the server's row. */
export async function switchPushOff(): Promise<void> {
  try {
    const registration = await navigator.serviceWorker?.getRegistration(SHELL);
    await (await registration?.pushManager?.getSubscription())?.unsubscribe();
  } catch {
    // Without a network the server's row goes with the sign-in.
  }
}
