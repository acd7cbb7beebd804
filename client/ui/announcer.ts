import { createSignal } from 'solid-js';

/** What the two live regions say. */
const [polite, setPolite] = createSignal('');
const [assertive, setAssertive] = createSignal('');

export const spokenPolitely = polite;
export const spokenAtOnce = assertive;

/** What was said is no longer news: a reading cursor should not meet it as how things are. */
const FORGET_AFTER_MS = 10_000;

/**
 * A region speaks when its text changes, so the same words twice need a difference: an invisible character, in turns of its
 * own, for what the other region says in between must not even them out.
 */
function makeSay(set: (text: string) => void): (text: string) => void {
  let forgetting: ReturnType<typeof setTimeout> | undefined;
  let marked = true;
  return (text) => {
    clearTimeout(forgetting);
    marked = !marked;
    set(marked ? `${text}\u200b` : text);
    forgetting = setTimeout(() => set(''), FORGET_AFTER_MS);
  };
}

const sayPolitely = makeSay(setPolite);
const sayAtOnce = makeSay(setAssertive);

/** Says it when the screen reader is next silent. */
export function announce(text: string): void {
  sayPolitely(text);
}

/** Interrupts: only for what one has to act on at once, such as being muted or the line being gone (docs/promises.md §8). */
export function announceAtOnce(text: string): void {
  sayAtOnce(text);
}

/** Takes back what was said of something one has left: it is not how things are where one is now. */
export function forgetSaid(): void {
  setPolite('');
  setAssertive('');
}

/** Of each kind at most one line per three seconds, so that a lively chat never drowns the talk (docs/promises.md §8). */
const BATCH_MS = 3_000;

/**
 * Gathers things to say and says them together: the first at once, the rest as one line when `BATCH_MS` have passed.
 * `inWords` gets what came since last time, oldest first, never an empty list; when that is no longer news, it has no words.
 */
export function makeAnnouncementBatch<Thing>(
  inWords: (things: readonly Thing[]) => string | undefined,
  /** Says it, for whoever sees too where that is wanted. */
  tell: (words: string) => void = announce,
): {
  add: (...things: readonly Thing[]) => void;
  stop: () => void;
} {
  let waiting: Thing[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = () => {
    timer = undefined;
    if (waiting.length === 0) return;
    const words = inWords(waiting);
    if (words !== undefined) tell(words);
    waiting = [];
    timer = setTimeout(say, BATCH_MS);
  };
  return {
    add(...things) {
      waiting.push(...things);
      if (timer === undefined) say();
    },
    stop() {
      clearTimeout(timer);
      waiting = [];
    },
  };
}
