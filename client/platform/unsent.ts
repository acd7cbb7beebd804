import type { PersonId } from '#shared/kernel/ids.ts';
import { openDeviceStore } from './device-store.ts';
import type { UnsentCall } from './outbox.ts';

/** Whether something of this person lies on the device that the server has not got: asked before signing out. */
export async function hasUnsent(me: PersonId): Promise<boolean> {
  const store = await openDeviceStore(me);
  const [calls, drafts] = await Promise.all([store.all('calls'), store.all('drafts')]);
  return calls.size + drafts.size > 0;
}

/** The texts among it, for a person to copy out before it is wiped: what was sent off, then what was begun. */
export async function unsentTexts(me: PersonId): Promise<readonly string[]> {
  const store = await openDeviceStore(me);
  const [calls, drafts] = await Promise.all([store.all('calls'), store.all('drafts')]);
  const sentOff = [...calls.values()].map((call) => (call as UnsentCall).input);
  return [...sentOff.map((input) => (input as { text?: unknown }).text), ...drafts.values()].filter(
    (text) => typeof text === 'string',
  );
}

/** Removes everything of this person from the device. Only at a sign-out, after `hasUnsent` was answered for. */
export async function wipeDevice(me: PersonId): Promise<void> {
  await (await openDeviceStore(me)).wipe();
}
