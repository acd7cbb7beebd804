import styles from './Thread.module.css';

/** A slack thread between two posts: nothing here yet. */
export function SlackThread() {
  return (
    <svg class={styles.slack} viewBox="0 0 200 44" aria-hidden="true">
      <path d="M6 4v36M194 4v36" />
      <path class={styles.ahead} d="M6 8Q100 56 194 8" />
    </svg>
  );
}

/** A broken thread between two posts: something went wrong. */
export function BrokenThread() {
  return (
    <svg class={styles.broken} viewBox="0 0 120 40" aria-hidden="true">
      <path class={styles.post} d="M6 4v34M114 4v34" />
      <path d="M6 9c14 10 26 15 40 17 2 3 2 7-1 11M114 9c-14 10-26 15-38 17-3 2-4 5-2 9" />
    </svg>
  );
}

/** A fold in the thread: what is behind, pleated together. */
export function Pleat() {
  return (
    <svg class={styles.pleat} viewBox="0 0 56 34" aria-hidden="true">
      <path d="M1 13l9 16 9-24 9 24 9-24 9 24 9-16" />
    </svg>
  );
}

/** The ember mark of something live. Only ever beside the word for it. */
export function LiveBead() {
  return <span class={styles.live} aria-hidden="true" />;
}
