import type { PersonId } from '#shared/kernel/ids.ts';
import { type DeviceStore, openDeviceStore } from './device-store.ts';
import { unsavedOf } from './document-copy.ts';
import type { UnsentCall } from './outbox.ts';

/** Whether something of this person lies on the device that the server has not got: asked before signing out. */
export async function hasUnsent(me: PersonId): Promise<boolean> {
  const store = await openDeviceStore(me);
  const [calls, drafts] = await Promise.all([store.all('calls'), store.all('drafts')]);
  return calls.size + drafts.size > 0 || (await unsavedChanges(store)).length > 0;
}

/** Whether a call is on its way that the server has not answered. */
export async function hasUnsentCalls(me: PersonId): Promise<boolean> {
  return (await (await openDeviceStore(me)).all('calls')).size > 0;
}

/** The texts among it, for a person to copy out before it is wiped: what was sent off, then what was begun. */
export async function unsentTexts(me: PersonId): Promise<readonly string[]> {
  const store = await openDeviceStore(me);
  const [calls, drafts] = await Promise.all([store.all('calls'), store.all('drafts')]);
  const unsaved = await unsavedChanges(store);
  // Yjs comes along only for somebody who has such changes.
  const inDocuments =
    unsaved.length === 0
      ? []
      : (await import('./words-in-update.ts')).wordsInUpdates(unsaved).split('\n');
  const sentOff = [...calls.values()].map((call) => (call as UnsentCall).input);
  return [
    ...sentOff.map((input) => (input as { text?: unknown }).text),
    ...drafts.values(),
    ...inDocuments,
  ].filter((text) => typeof text === 'string' && text !== '') as string[];
}

/** What was changed in documents here and is not known to be stored. */
async function unsavedChanges(store: DeviceStore): Promise<readonly Uint8Array[]> {
  const copies = (await store.all('documents')).values();
  return [...copies].flatMap((copy) => unsavedOf(copy) ?? []);
}

/** Removes everything of this person from the device. Only at a sign-out, after `hasUnsent` was answered for. */
export async function wipeDevice(me: PersonId): Promise<void> {
  await (await openDeviceStore(me)).wipe();
}
