/** Undone after rather than asked before: long enough to notice and reach the button, short enough not to linger. */
const UNDO_MS = 10_000;

/** The time of an offer to undo. It stands still while it is held, but never past the most it can have. */
export function startUndoOffer(done: () => void, atMostMs?: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hold = () => clearTimeout(timer);
  const run = () => {
    hold();
    timer = setTimeout(end, UNDO_MS);
  };
  const limit = atMostMs === undefined ? undefined : setTimeout(() => end(), atMostMs);
  const stop = () => {
    hold();
    clearTimeout(limit);
  };
  function end(): void {
    stop();
    done();
  }
  run();
  return { hold, run, stop };
}
