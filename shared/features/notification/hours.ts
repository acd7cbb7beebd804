import { addDays } from '#shared/kernel/calendar-day.ts';
import { HOUR_MS, type Instant } from '#shared/kernel/duration.ts';
import { instantInOslo, wallInOslo } from '#shared/kernel/oslo-time.ts';
import type { QuietHours } from './model.ts';

/** What begins within this is told of at any hour. */
export const NEXT_HOURS_MS = 2 * HOUR_MS;
/** How seldom letters come, save about what begins soon. */
export const LETTERS_APART_MS = HOUR_MS;

/** When the quiet hours around a moment end; null outside them. By the clock on the wall, also in the nights when it is changed. */
export function quietEnd({ from, until }: QuietHours, at: Instant): Instant | null {
  const { day, time } = wallInOslo(at);
  const isOvernight = until < from;
  if (isOvernight ? time >= until && time < from : time < from || time >= until) return null;
  return instantInOslo(isOvernight && time >= from ? addDays(day, 1) : day, until);
}

/**
 * NOTE-3: when somebody is told of what is at a moment: now, or when the quiet hours end, and not later than two hours before it.
 */
export function tellAt(now: Instant, quiet: QuietHours | null, at: Instant): Instant {
  const end = quiet && quietEnd(quiet, now);
  return end === null ? now : Math.max(now, Math.min(end, at - NEXT_HOURS_MS));
}

/** NOTE-4: whether a letter goes now with what has come together. */
export function isTimeForLetter(
  now: Instant,
  lastAt: Instant | null,
  moments: readonly Instant[],
): boolean {
  const isApart = lastAt === null || now - lastAt >= LETTERS_APART_MS;
  return moments.length > 0 && (isApart || moments.some((at) => at - now <= NEXT_HOURS_MS));
}
