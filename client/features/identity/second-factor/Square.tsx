import { createMemo } from 'solid-js';
import { encode } from 'uqr';
import styles from './SecondFactors.module.css';

/** Light around it, in squares: an app finds it by that. */
const EDGE = 3;

/** A text as a square that a phone's camera reads, drawn here: nobody else hears of it. */
export function Square(props: { text: string; label: string }) {
  const drawn = createMemo(() => encode(props.text, { ecc: 'M', border: EDGE }));
  const dark = () =>
    drawn()
      .data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
      .join('');
  return (
    <svg
      class={styles.square}
      viewBox={`0 0 ${drawn().size} ${drawn().size}`}
      shape-rendering="crispEdges"
      role="img"
      aria-label={props.label}
    >
      <path d={dark()} />
    </svg>
  );
}
