import { createSignal } from 'solid-js';
import type { SessionId } from '#shared/kernel/ids.ts';
import { keyInAddress, type RoomKey, randomKey, readKey } from './key-text.ts';

/** Of this tab alone: it is gone with it, and no other tab, no storage that lasts and no server has it. */
const prefix = 'mellom.room-key.';
/** The key that was made in this tab, so that it is known to be the room's also when the tab is loaded again. */
const madePrefix = 'mellom.room-key-made.';

/** The keys that this tab holds, by session. */
const [keys, setKeys] = createSignal<ReadonlyMap<string, RoomKey>>(new Map());
/** Those of them that were made here. */
const made = new Map<string, RoomKey>();
/** What a link held that is no key: said once in the room, where it can be typed. */
const [badLinks, setBadLinks] = createSignal<ReadonlySet<string>>(new Set());

/** The key to a session's room that this tab holds. */
export function heldKey(sessionId: SessionId): RoomKey | undefined {
  return keys().get(sessionId) ?? keptInTab(prefix + sessionId);
}

/** Whether this tab made the key that it holds, when it closed the room: then it is the others who have another. */
export function madeHere(sessionId: SessionId): boolean {
  const held = heldKey(sessionId);
  return held !== undefined && held === (made.get(sessionId) ?? keptInTab(madePrefix + sessionId));
}

/** Makes the key with which this tab closes the room, and holds it. */
export function makeAndHoldKey(sessionId: SessionId): void {
  const key = randomKey();
  made.set(sessionId, key);
  keepInTab(madePrefix + sessionId, key);
  holdKey(sessionId, key);
}

/** Whether one came by a link whose key was cut or changed on the way. */
export const cameByBadLink = (sessionId: SessionId): boolean => badLinks().has(sessionId);

export function holdKey(sessionId: string, key: RoomKey): void {
  keepInTab(prefix + sessionId, key);
  setKeys((held) => new Map(held).set(sessionId, key));
  setBadLinks((bad) => new Set([...bad].filter((one) => one !== sessionId)));
}

export function forgetKey(sessionId: SessionId): void {
  try {
    sessionStorage.removeItem(prefix + sessionId);
    sessionStorage.removeItem(madePrefix + sessionId);
  } catch {
    // Nothing was kept.
  }
  made.delete(sessionId);
  // Afterwards: whoever follows the signal looks into the storage too.
  setKeys((held) => new Map([...held].filter(([id]) => id !== sessionId)));
}

/**
 * Takes the key out of the address before anything else looks at it: it must not stand in the address bar, in the
 * history, or in the `?til=` of the front door, which the server sees. Again whenever a link is opened in this tab.
 */
export function watchAddressForKeys(): void {
  take();
  addEventListener('hashchange', take);
}

function take(): void {
  const found = keyInAddress(location);
  if (!found) return;
  history.replaceState(history.state, '', location.pathname + location.search);
  const key = readKey(found.typed);
  if (typeof key === 'string') holdKey(found.sessionId, key);
  else setBadLinks((bad) => new Set(bad).add(found.sessionId));
}

function keepInTab(name: string, key: RoomKey): void {
  try {
    sessionStorage.setItem(name, key);
  } catch {
    // Storage is closed in some private windows. The key then lasts until the page is loaded again.
  }
}

function keptInTab(name: string): RoomKey | undefined {
  try {
    const key = readKey(sessionStorage.getItem(name) ?? '');
    return typeof key === 'string' ? key : undefined;
  } catch {
    return undefined;
  }
}
