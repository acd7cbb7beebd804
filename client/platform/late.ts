import { type Accessor, createEffect, createMemo, createSignal, onCleanup } from 'solid-js';

/** Whether something has been going on for as long as that, without an end. */
export function createLate(going: Accessor<boolean>, afterMs: number): Accessor<boolean> {
  const [late, setLate] = createSignal(false);
  // Not begun anew by whatever else changes beside it.
  const goesOn = createMemo(going);
  createEffect(() => {
    if (!goesOn()) return;
    const timer = setTimeout(() => setLate(true), afterMs);
    onCleanup(() => {
      clearTimeout(timer);
      setLate(false);
    });
  });
  return late;
}
