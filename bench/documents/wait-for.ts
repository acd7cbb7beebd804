import { setTimeout as delay } from 'node:timers/promises';

const HAPPENS_WITHIN_MS = 60_000;

/** Until something holds, or for as long as that is worth. */
export async function waitFor(holds: () => boolean): Promise<void> {
  const giveUpAt = performance.now() + HAPPENS_WITHIN_MS;
  while (!holds() && performance.now() < giveUpAt) await delay(2);
}
