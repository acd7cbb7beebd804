import { type Accessor, createEffect, onCleanup } from 'solid-js';

/**
 * Keeps the screen awake while `wanted`, where the browser can: nobody touches a phone that they listen to. The system
 * takes the lock when the page is hidden, and a low battery may refuse it; it is asked for again when the page is seen.
 */
export function keepAwake(wanted: Accessor<boolean>): void {
  createEffect(() => {
    if (!wanted() || !('wakeLock' in navigator)) return;
    let held: WakeLockSentinel | undefined;
    let over = false;
    const ask = async () => {
      if (document.visibilityState !== 'visible' || (held && !held.released)) return;
      try {
        held = await navigator.wakeLock.request('screen');
        if (over) void held.release();
      } catch {
        // Refused: the screen sleeps as it would have.
      }
    };
    void ask();
    document.addEventListener('visibilitychange', ask);
    onCleanup(() => {
      over = true;
      document.removeEventListener('visibilitychange', ask);
      void held?.release();
    });
  });
}
