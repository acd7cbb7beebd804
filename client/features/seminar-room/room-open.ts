import { type Accessor, createSignal, onCleanup } from 'solid-js';
import type { SessionId } from '#shared/kernel/ids.ts';

const nameOf = (sessionId: SessionId | '') => `mellom.room ${sessionId}`;

/** Marks that this tab has the room open, until Solid cleans up or the tab is gone. Told to this browser's own tabs alone. */
export function markRoomOpen(sessionId: SessionId): void {
  const closed = new Promise<void>((close) => onCleanup(close));
  // Absent over plain http: then nobody is told.
  void navigator.locks?.request(nameOf(sessionId), { mode: 'shared' }, () => closed);
}

/** Tabs are not told of each other's locks; this is how often one looks, and whenever the page is looked at. */
const LOOK_EVERY_MS = 2_000;

/** Whether a tab of this browser has the room of a session open; with none given, of any. Looked after until Solid cleans up. */
export function createRoomOpen(sessionId: SessionId | undefined): Accessor<boolean> {
  const [open, setOpen] = createSignal(false);
  if (!navigator.locks) return open;
  const isIt = (name = '') =>
    sessionId ? name === nameOf(sessionId) : name.startsWith(nameOf(''));
  const look = async () => {
    const { held = [] } = await navigator.locks.query();
    setOpen(held.some(({ name }) => isIt(name)));
  };
  void look();
  const timer = setInterval(look, LOOK_EVERY_MS);
  document.addEventListener('visibilitychange', look);
  onCleanup(() => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
  });
  return open;
}
