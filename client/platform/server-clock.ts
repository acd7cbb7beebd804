import { createMemo, createSignal, onCleanup } from 'solid-js';
import type { Instant } from '#shared/kernel/duration.ts';

/**
 * The server's clock as far as this browser knows it: a device's own may be minutes off (docs/promises.md X8), so
 * nothing that says "12 min igjen" reads it alone.
 */
const [offsetMs, setOffsetMs] = createSignal(0);
/** How uncertain the offset is; a fresher answer that travelled longer does not replace a sure one. */
let uncertaintyMs = Number.POSITIVE_INFINITY;

/** What the server's clock shows now. Reading it in a memo follows corrections, not the passing of time. */
export function serverNow(): Instant {
  return Date.now() + offsetMs();
}

/** Whole seconds from now until then, by the server's clock; never less than none. */
export function secondsUntil(at: Instant): number {
  return Math.max(0, Math.round((at - serverNow()) / 1_000));
}

/** Learns from one answer: what the server's clock showed somewhere between asking and hearing. */
export function noteServerTime(serverAt: Instant, askedAt: Instant, heardAt: Instant): void {
  const travelMs = heardAt - askedAt;
  if (travelMs > uncertaintyMs) return;
  uncertaintyMs = travelMs;
  setOffsetMs(Math.round(serverAt - (askedAt + heardAt) / 2));
}

/** Minutes are what people read; a quarter of one is soon enough to tell. */
const TICK_MS = 15_000;
const [tick, setTick] = createSignal(0);
let ticking = false;

/** The server's clock, as a signal that moves four times a minute. */
export function currentTime(): Instant {
  if (!ticking && typeof window !== 'undefined') {
    ticking = true;
    setInterval(() => setTick((count) => count + 1), TICK_MS);
    // A page that was hidden has missed ticks: it is right again the moment it is seen.
    document.addEventListener('visibilitychange', () => setTick((count) => count + 1));
  }
  tick();
  return serverNow();
}

/**
 * The server's clock, as a signal that moves at the next due moment too: what is said of now is not true any more at that
 * moment, and a quarter of a minute later is too late.
 * @param nextDue the next moment that something changes at, of those that are ahead; null when none is
 */
export function createTimeUntil(nextDue: (now: Instant) => Instant | null): () => Instant {
  const [due, setDue] = createSignal(0);
  return createMemo(() => {
    due();
    const now = currentTime();
    const at = nextDue(now);
    if (at !== null) {
      const timer = setTimeout(() => setDue((count) => count + 1), at - now);
      onCleanup(() => clearTimeout(timer));
    }
    return now;
  });
}
