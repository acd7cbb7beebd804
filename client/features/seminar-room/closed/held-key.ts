import { createSignal } from 'solid-js';
import type { SessionId } from '#shared/kernel/ids.ts';
import { keyInAddress, type RoomKey, readKey } from './key-text.ts';

/** Of this tab alone: it is gone with it, and no other tab, no storage that lasts and no server has it. */
const prefix = 'mellom.room-key.';

/** The keys that this tab holds, by session. */
const [keys, setKeys] = createSignal<ReadonlyMap<string, RoomKey>>(new Map());
/** What a link held that is no key: said once in the room, where it can be typed. */
const [badLinks, setBadLinks] = createSignal<ReadonlySet<string>>(new Set());

/** The key to a session's room that this tab holds. */
export function heldKey(sessionId: SessionId): RoomKey | undefined {
  return keys().get(sessionId) ?? keptInTab(sessionId);
}

/** Whether one came by a link whose key was cut or changed on the way. */
export const cameByBadLink = (sessionId: SessionId): boolean => badLinks().has(sessionId);

export function holdKey(sessionId: string, key: RoomKey): void {
  setKeys((held) => new Map(held).set(sessionId, key));
  setBadLinks((bad) => new Set([...bad].filter((one) => one !== sessionId)));
  try {
    sessionStorage.setItem(prefix + sessionId, key);
  } catch {
    // Storage is closed in some private windows. The key then lasts until the page is loaded again.
  }
}

export function forgetKey(sessionId: SessionId): void {
  try {
    sessionStorage.removeItem(prefix + sessionId);
  } catch {
    // Nothing was kept.
  }
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

function keptInTab(sessionId: SessionId): RoomKey | undefined {
  try {
    const key = readKey(sessionStorage.getItem(prefix + sessionId) ?? '');
    return typeof key === 'string' ? key : undefined;
  } catch {
    return undefined;
  }
}
