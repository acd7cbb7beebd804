/** What was on its way when the other end died has come in by the first look. */
const LOOK_EVERY_MS = 250;

/**
 * Looks for a sign that a line is alive, again and again, and calls back at the first: its counter grows. Returns how to stop.
 */
export function watchForLife(
  read: () => Promise<number | undefined> | undefined,
  lives: () => void,
): () => void {
  let before: number | undefined;
  let stopped = false;
  const timer = setInterval(async () => {
    const now = await read();
    if (stopped || now === undefined) return;
    if (before !== undefined && now > before) lives();
    // A line that was made anew counts from zero.
    before = now;
  }, LOOK_EVERY_MS);
  return () => {
    stopped = true;
    clearInterval(timer);
  };
}
