import type { Instant } from '#shared/kernel/duration.ts';

/** A frame that takes longer makes the machine hot and the talk slow. */
const SLOW_FRAME_MS = 40;
/** A start, a page that draws or a fan that spins up takes a while; what lasts is the machine. */
const SLOW_FOR_MS = 5_000;
/** How much one frame counts against those before it. */
const WEIGHT = 0.1;

/** How quickly frames have been blurred lately. */
export type Pace = { readonly frameMs: number; readonly slowSince: Instant | null };

export const FRESH_PACE: Pace = { frameMs: 0, slowSince: null };

/** Carries the pace on by one frame. */
export function hearFrame({ frameMs, slowSince }: Pace, tookMs: number, now: Instant): Pace {
  const average = frameMs === 0 ? tookMs : frameMs + (tookMs - frameMs) * WEIGHT;
  return { frameMs: average, slowSince: average > SLOW_FRAME_MS ? (slowSince ?? now) : null };
}

/** Whether the machine cannot keep up. */
export function isTooSlow({ slowSince }: Pace, now: Instant): boolean {
  return slowSince !== null && now - slowSince >= SLOW_FOR_MS;
}
