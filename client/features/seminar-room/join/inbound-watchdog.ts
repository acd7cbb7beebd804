import type { Instant } from '#shared/kernel/duration.ts';

/** Even a silent microphone sends a little; this long without a byte, something is broken (bigbluebutton#25313). */
const SILENT_MS = 6_000;

type Watch = {
  /** Null until a first reading of a track that was just taken anew. */
  readonly bytes: number | null;
  /** Since when nothing new has come in. */
  readonly since: Instant;
  readonly tookAnew: boolean;
};

/** What is known of each open microphone, by identity. */
export type Watched = ReadonlyMap<string, Watch>;

export type Cure =
  /** Let go of this one and take it again. */
  | { readonly kind: 'take-anew'; readonly identity: string }
  /** That was tried and did not help: the whole line is suspect. */
  | { readonly kind: 'rejoin' };

/** Compares what has come in with last time. Whoever muted or left is forgotten; coming back starts afresh. */
export function watchSound(
  before: Watched,
  bytesNow: ReadonlyMap<string, number>,
  now: Instant,
): { readonly watched: Watched; readonly cures: readonly Cure[] } {
  const watched = new Map<string, Watch>();
  const cures: Cure[] = [];
  for (const [identity, bytes] of bytesNow) {
    const last = before.get(identity);
    if (!last || (last.bytes !== null && bytes > last.bytes)) {
      watched.set(identity, { bytes, since: now, tookAnew: false });
    } else if (now - last.since < SILENT_MS) {
      // The counter of a track taken anew may have started from zero.
      watched.set(identity, { ...last, bytes });
    } else if (last.tookAnew) {
      cures.push({ kind: 'rejoin' });
    } else {
      cures.push({ kind: 'take-anew', identity });
      watched.set(identity, { bytes: null, since: now, tookAnew: true });
    }
  }
  return { watched, cures };
}
