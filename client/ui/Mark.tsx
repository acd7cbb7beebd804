import styles from './Mark.module.css';

/** The M of two posts and a thread. A drawing only: the word Mellom stands beside it or in a label. */
export function Mark() {
  return (
    <svg class={styles.mark} viewBox="0 0 40 28" aria-hidden="true">
      <path class={styles.post} d="M4 3v22M36 3v22" />
      <path class={styles.thread} d="M4 7Q20 25 36 7" />
      <circle class={styles.bead} cx="20" cy="16" r="3.6" />
    </svg>
  );
}
