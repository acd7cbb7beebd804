import type { Instant } from '#shared/kernel/duration.ts';
import type { MediaQuality } from '../../../platform/media-line.ts';

/** So long must one's own line be poor before pictures give way to sound (F6). */
const POOR_MS = 10_000;

/** Since when the line has been poor without a break; null when it is not. */
export type PoorSince = Instant | null;

/** Carries it forward by one reading. A line that is lost altogether is another matter: the rejoin loop has it. */
export function hearQuality(since: PoorSince, quality: MediaQuality, now: Instant): PoorSince {
  if (quality !== 'poor') return null;
  return since ?? now;
}

/** Whether pictures should give way. They come back when the person says so: nothing flickers on and off. */
export function isTooPoor(since: PoorSince, now: Instant): boolean {
  return since !== null && now - since >= POOR_MS;
}
