import type { Instant } from '#shared/kernel/duration.ts';
import type { LineReading, MediaQuality } from '../../../platform/media-line.ts';

/** Sound needs a fifth of it; pictures beside sound begin to break below (F6). */
const PICTURES_NEED_BITS_PER_SECOND = 256_000;
/** So long must the line carry less before pictures give way to sound (F6). */
const POOR_MS = 10_000;
/** The media server sends less for a while after each strain: the line is no better for it yet. */
const STRAIN_LASTS_MS = 6_000;
/** Longer on the way than at its best: what is sent waits in a queue. */
const QUEUED_MS = 200;
const LOST_SHARE = 0.03;
/**
 * The same for what one sends. A browser backs off before a queue is long, so that less is a sign; and it tries for more
 * every few seconds, so that the sign of it comes again.
 */
const SENT_QUEUED_MS = 75;
const SENT_LOST_SHARE = 0.02;
const SENT_STRAIN_LASTS_MS = 8_000;
/** Read so long after the last time, the machine was too busy to tell a thin line from its own delay. */
const LATE_MS = 3_000;

export type LineWatch = {
  readonly last: (LineReading & { readonly at: Instant }) | null;
  readonly leastRoundTripMs: number;
  readonly strainedAt: Instant | null;
  /** When there was last a sign, besides the browser's estimate, that what one sends does not get through. */
  readonly sentStrainedAt: Instant | null;
  /** Since when it has carried too little without a break; null when it does not. */
  readonly poorSince: Instant | null;
};

export const FRESH_LINE: LineWatch = {
  last: null,
  leastRoundTripMs: Number.POSITIVE_INFINITY,
  strainedAt: null,
  sentStrainedAt: null,
  poorSince: null,
};

/**
 * Carries the watch forward by one reading. Little comes in also where people send little, so what comes in counts only
 * on a line under strain. What could be sent is the browser's own estimate, which falls on a busy machine too, and then
 * stays near the little that was sent: it counts when something is lost or waits on the way, and not while the machine
 * itself is what makes the pictures smaller. A line without pictures has nothing to give.
 */
export function watchLine(
  watch: LineWatch,
  reading: LineReading | null,
  quality: MediaQuality,
  now: Instant,
): LineWatch {
  if (reading === null) return FRESH_LINE;
  const { last } = watch;
  const next = {
    last: { ...reading, at: now },
    leastRoundTripMs: Math.min(watch.leastRoundTripMs, reading.roundTripMs),
  };
  // Counters of another line, or of another picture, are no measure.
  if (last === null || reading.receivedBytes < last.receivedBytes || now <= last.at) {
    return { ...watch, ...next };
  }
  const late = now - last.at >= LATE_MS;
  const waitedMs = reading.roundTripMs - next.leastRoundTripMs;
  // What LiveKit thinks of the line falls with a machine that cannot keep up, too.
  const saidPoor = (quality === 'poor' || reading.heldBack) && !reading.limitedByCpu;
  const strained =
    !late && (saidPoor || waitedMs >= QUEUED_MS || lostShare(last, reading) >= LOST_SHARE);
  const strainedAt = strained ? now : watch.strainedAt;
  const sentStrained =
    !late && (waitedMs >= SENT_QUEUED_MS || reading.sentLostShare >= SENT_LOST_SHARE);
  const sentStrainedAt = sentStrained ? now : watch.sentStrainedAt;
  const receives = ((reading.receivedBytes - last.receivedBytes) * 8_000) / (now - last.at);
  const poor =
    ((reading.canSendBitsPerSecond ?? Number.POSITIVE_INFINITY) < PICTURES_NEED_BITS_PER_SECOND &&
      !reading.limitedByCpu &&
      lately(sentStrainedAt, SENT_STRAIN_LASTS_MS, now)) ||
    (receives < PICTURES_NEED_BITS_PER_SECOND && lately(strainedAt, STRAIN_LASTS_MS, now));
  return { ...next, strainedAt, sentStrainedAt, poorSince: poor ? (watch.poorSince ?? now) : null };
}

/**
 * Whether pictures should give way. They come back when the person says so: nothing flickers on and off, and sound that
 * gets through does not tell whether the line carries more.
 */
export function isTooPoor({ poorSince }: LineWatch, now: Instant): boolean {
  return poorSince !== null && now - poorSince >= POOR_MS;
}

const lately = (at: Instant | null, lastsMs: number, now: Instant): boolean =>
  at !== null && now - at < lastsMs;

function lostShare(before: LineReading, { packets, packetsLost }: LineReading): number {
  const lost = Math.max(0, packetsLost - before.packetsLost);
  const came = Math.max(0, packets - before.packets);
  return lost + came === 0 ? 0 : lost / (lost + came);
}
