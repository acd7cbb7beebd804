/** What the network is good enough for. */
export type LineSpeed = 'sound-and-picture' | 'sound' | 'barely' | 'unreachable';

/** Below it, pictures give way to sound in the room too (F6). */
const SOUND_BITS_PER_SECOND = 256_000;
/** One's own picture out and a handful of small ones in. */
const PICTURE_BITS_PER_SECOND = 1_500_000;
/** A talk in which the answer comes later than this is two monologues. */
const TALK_DELAY_MS = 600;

/** Judges what was measured: the middle of several answers' delays, and bits per second of a larger file. */
export function judgeLine(measured: {
  readonly delaysMs: readonly number[];
  readonly bitsPerSecond: number;
}): LineSpeed {
  const sorted = [...measured.delaysMs].sort((a, b) => a - b);
  const delayMs = sorted[Math.floor(sorted.length / 2)];
  if (delayMs === undefined) return 'unreachable';
  if (delayMs > TALK_DELAY_MS || measured.bitsPerSecond < SOUND_BITS_PER_SECOND) return 'barely';
  return measured.bitsPerSecond < PICTURE_BITS_PER_SECOND ? 'sound' : 'sound-and-picture';
}

/** Five small answers and one larger file from our own server. Nothing is asked of anybody else. */
export async function measureLine(): Promise<LineSpeed> {
  const delaysMs: number[] = [];
  try {
    for (let nth = 0; nth < 5; nth += 1) {
      const askedAt = performance.now();
      await (await fetch('/health', { cache: 'no-store' })).arrayBuffer();
      delaysMs.push(performance.now() - askedAt);
    }
    return judgeLine({ delaysMs, bitsPerSecond: await bitsPerSecond() });
  } catch {
    return 'unreachable';
  }
}

/** Fetches the largest file of this page once more. */
async function bitsPerSecond(): Promise<number> {
  const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const own = files.filter((file) => file.name.startsWith(`${location.origin}/assets/`));
  const largest = own.sort((a, b) => b.encodedBodySize - a.encodedBodySize)[0];
  if (!largest) return Number.POSITIVE_INFINITY;
  const askedAt = performance.now();
  await (await fetch(largest.name, { cache: 'no-store' })).arrayBuffer();
  return (largest.encodedBodySize * 8_000) / Math.max(1, performance.now() - askedAt);
}
