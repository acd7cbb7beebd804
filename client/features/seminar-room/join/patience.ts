import { createEffect, createMemo, createSignal, onCleanup } from 'solid-js';

/** Sooner than this it is over before anybody has read it. */
const PATIENCE_MS = 1_500;

/** True when one has waited for longer than one needs to notice it. */
export function createPatience(waiting: () => boolean): () => boolean {
  const [over, setOver] = createSignal(false);
  const waits = createMemo(waiting);
  createEffect(() => {
    setOver(false);
    if (!waits()) return;
    const timer = setTimeout(() => setOver(true), PATIENCE_MS);
    onCleanup(() => clearTimeout(timer));
  });
  return over;
}
