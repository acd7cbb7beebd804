/** Short enough that a restart of the server goes unnoticed, long enough that a dead server is left in peace. */
const SHORTEST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;

/**
 * How long to wait after the given failed attempt: doubling from a quarter of a second to five seconds, spread
 * over the upper three quarters of it, so that a whole school does not come back in one instant.
 * `chance` lies in [0, 1).
 */
export function retryDelayMs(attempt: number, chance: number): number {
  const full = Math.min(LONGEST_WAIT_MS, SHORTEST_WAIT_MS * 2 ** Math.min(attempt, 10));
  return Math.round(full * (0.25 + 0.75 * chance));
}
