import { onCleanup } from 'solid-js';

const listeners = new Set<() => void>();

/** A seat is being given up from here. `done`: the server has heard it, or the line is gone. */
export function noteLeaving(done: Promise<void>): void {
  void done.finally(() => {
    for (const listener of listeners) listener();
  });
}

/**
 * Calls back when the server has heard that one has left: what it told before may have counted oneself. The page that comes
 * next is there before the one that is left has gone, or after. Cleaned up by Solid.
 */
export function whenLeft(listener: () => void): void {
  listeners.add(listener);
  onCleanup(() => listeners.delete(listener));
}
