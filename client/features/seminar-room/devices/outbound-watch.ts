import type { Instant } from '#shared/kernel/duration.ts';

/** Two readings in a row, a second apart: even a quiet microphone sends, and is answered for, more often than that. */
const STUCK_AFTER_MS = 1_500;
/** A short break in the line is over before this, and a line made anew is a longer one. */
const UNANSWERED_AFTER_MS = 6_000;
/** Readings further apart are no row: the page was asleep. */
const ROW_MS = 5_000;

/** Counters of one's own open microphone, read at one moment; undefined where a browser does not tell. */
export type OutboundBytes = {
  readonly sent: number | undefined;
  /** Over the whole line: a media server that gets sound says so all the time. */
  readonly heard: number | undefined;
};

export type Outbound =
  /** Not open, or not known yet. */
  | { readonly status: 'unknown' }
  | {
      readonly status: 'flows' | 'stuck';
      readonly last: OutboundBytes;
      readonly at: Instant;
      /** When both counters had last grown. */
      readonly since: Instant;
      /** When anything had last come back. */
      readonly heardAt: Instant;
    };

/**
 * Carries it on by one reading. What is sent into a line that has gone dead is counted as sent: only that nothing comes
 * back tells, seconds before the browser gives the line up.
 */
export function watchOutbound(
  before: Outbound,
  bytes: OutboundBytes | undefined,
  now: Instant,
): Outbound {
  if (!bytes) return { status: 'unknown' };
  if (before.status === 'unknown' || now - before.at > ROW_MS || isAnother(before.last, bytes))
    return { status: 'flows', last: bytes, at: now, since: now, heardAt: now };
  const grows = (which: keyof OutboundBytes) => {
    const [then, read] = [before.last[which], bytes[which]];
    return then === undefined || read === undefined || read > then;
  };
  const since = grows('sent') && grows('heard') ? now : before.since;
  const status = now - since >= STUCK_AFTER_MS ? 'stuck' : 'flows';
  const heardAt = grows('heard') ? now : before.heardAt;
  return { status, last: bytes, at: now, since, heardAt };
}

/** Whether nothing at all comes back, which a microphone that gives nothing does not do to a line. */
export const isUnanswered = (outbound: Outbound): boolean =>
  outbound.status === 'stuck' && outbound.at - outbound.heardAt >= UNANSWERED_AFTER_MS;

/** Counters of a line that was made anew begin again. */
const isAnother = (before: OutboundBytes, now: OutboundBytes): boolean =>
  (now.sent ?? 0) < (before.sent ?? 0) || (now.heard ?? 0) < (before.heard ?? 0);

/**
 * Whether it must be said that one's own microphone is not sent. Once said it stands until it is sent again, and not only until
 * one is back in the room: putting it in the room anew takes its time. A press is believed meanwhile.
 */
export function isNotSent(
  before: boolean,
  now: {
    readonly wanted: boolean;
    readonly connected: boolean;
    readonly stuck: boolean;
    /** It stands in the room, open. */
    readonly sends: boolean;
  },
): boolean {
  return now.wanted && (!now.connected || now.stuck || (before && !now.sends));
}
