import { retryDelayMs } from './retry-delay.ts';

export type Retrying = {
  /** It did not work: again in a while, each time after a longer one, up to five seconds. */
  readonly later: () => void;
  /** It worked, or nobody waits for it any longer. */
  readonly stop: () => void;
};

/**
 * Tries again by itself what a person would else have to press for. A page that nobody looks at waits until it is seen:
 * whoever asks does so then, and when the network is back.
 */
export function makeRetrying(again: () => void, isSeen: () => boolean): Retrying {
  let attempt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(timer);
    attempt = 0;
  };
  return {
    later() {
      clearTimeout(timer);
      attempt += 1;
      timer = setTimeout(() => isSeen() && again(), retryDelayMs(attempt, Math.random()));
    },
    stop,
  };
}

export const pageIsSeen = (): boolean => document.visibilityState === 'visible';
