import { vi } from 'vitest';

/** A watchdog for a hang, on a machine that has other things to do; no test decides by how fast that is. */
const GIVE_UP_MS = 20_000;

/** Asks again until it holds, or for so long that it never will. */
export function until<Result>(
  check: () => Result | Promise<Result>,
  options: { readonly timeout?: number; readonly interval?: number } = {},
): Promise<Result> {
  return vi.waitFor(check, { timeout: GIVE_UP_MS, interval: 10, ...options });
}
