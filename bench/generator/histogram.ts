export type Quantiles = {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
};

/** Widths grow by 2 %: a quantile is off by no more than that, from a microsecond to minutes. */
const GROWTH = 1.02;
const FLOOR_MS = 0.01;
const BUCKETS = 900;

/** Milliseconds, counted into buckets: a million deliveries take no memory and no sorting. */
export function makeHistogram() {
  const counts = new Uint32Array(BUCKETS);
  let count = 0;
  let max = 0;

  function quantile(share: number): number {
    let left = Math.ceil(count * share);
    for (let n = 0; n < BUCKETS; n++) {
      left -= counts[n] ?? 0;
      if (left <= 0) return Math.min(max, FLOOR_MS * GROWTH ** n);
    }
    return max;
  }

  return {
    add(ms: number): void {
      const bucket = Math.ceil(Math.log(Math.max(ms, FLOOR_MS) / FLOOR_MS) / Math.log(GROWTH));
      const at = Math.min(bucket, BUCKETS - 1);
      counts[at] = (counts[at] ?? 0) + 1;
      count++;
      if (ms > max) max = ms;
    },
    /** Milliseconds; zeros when nothing was counted. */
    quantiles: (): Quantiles => ({ count, p50: quantile(0.5), p99: quantile(0.99), max }),
  };
}

export type Histogram = ReturnType<typeof makeHistogram>;
