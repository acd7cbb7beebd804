import styles from './Landscape.module.css';

/** The front door's drawing: two posts by a fjord, a thread between them, three sheets hung on it. */
export function Landscape() {
  return (
    <svg
      class={styles.landscape}
      viewBox="0 0 640 340"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
    >
      <path
        class={styles.far}
        d="M0 96C60 70 104 84 150 124c48 42 88 84 170 92 82-8 122-60 166-112 44-50 98-64 154-44v200H0z"
      />
      <path
        class={styles.middle}
        d="M0 168c54-18 96-2 132 30 30 26 62 46 108 52H0zM640 132c-58-10-104 18-138 56-26 30-58 54-112 62h250z"
      />
      <path class={styles.far} d="M0 250h640v90H0z" />
      <path class={styles.ripples} d="M250 270h120M214 290h70M330 290h96M180 312h150M392 312h60" />
      <path
        class={styles.shore}
        d="M0 236c60-8 120 2 160 30 30 22 20 50-20 74H0zM640 220c-66-6-118 14-152 44-28 26-14 54 26 76h126z"
      />
      <path class={styles.strings} d="M203 168.5v27M320 190v38M437 168.5v23" />
      <path
        class={styles.sheets}
        d="M189 195.5h28a3 3 0 0 1 3 3v18a3 3 0 0 1-3 3h-28a3 3 0 0 1-3-3v-18a3 3 0 0 1 3-3zM302 228h36a3 3 0 0 1 3 3v22a3 3 0 0 1-3 3h-36a3 3 0 0 1-3-3v-22a3 3 0 0 1 3-3zM423 191.5h28a3 3 0 0 1 3 3v16a3 3 0 0 1-3 3h-28a3 3 0 0 1-3-3v-16a3 3 0 0 1 3-3z"
      />
      <path class={styles.thread} d="M86 104Q320 276 554 104" />
      <path class={styles.posts} d="M86 88v184M554 88v184" />
      <circle class={styles.bead} cx="320" cy="190" r="8" />
    </svg>
  );
}
