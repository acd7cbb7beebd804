/**
 * Switches one's own sources one after the other, never two at once: overlapping publishes can wedge the media
 * server until a new connection (bigbluebutton#24046). What is asked while one switch runs is gathered into the
 * next, and a new generation (a new line) drops what was asked of the old one.
 */
export type PublishQueue = {
  /** Asks for `bring` to run, now or when the running one is done. Ten presses in a row become two runs. */
  readonly nudge: () => void;
  /** A new line: a run for the old one is not continued. */
  readonly renew: () => void;
};

/** `bring` makes the line send what is wanted; it asks `current()` after each step, and stops when that is false. */
export function makePublishQueue(bring: (current: () => boolean) => Promise<void>): PublishQueue {
  let generation = 0;
  let running = false;
  let asked = false;

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    while (asked) {
      asked = false;
      const mine = generation;
      await bring(() => mine === generation).catch(() => undefined);
    }
    running = false;
  }

  return {
    nudge() {
      asked = true;
      void run();
    },
    renew() {
      generation += 1;
    },
  };
}
