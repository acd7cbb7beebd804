import { Show } from 'solid-js';
import styles from './Between.module.css';
import type { Lying } from './lying.ts';
import { type Ends, threadPath } from './thread-curve.ts';

/** Half the width of the pleat that interrupts the line. */
const PLEAT = 28;
/** The thread is tied in the middle of a post, 12 px wide. */
const TIE = 6;

/** The thread of a lying band: solid up to today, dotted from there. A drawing only. */
export function ThreadLine(props: { lying: Lying; width: number; ends: Ends; fold: boolean }) {
  const today = () => props.lying.tags[0]?.x ?? 0;
  const part = (from: number, to: number) => threadPath(from, to, props.width, props.ends);
  return (
    <svg class={styles.line} aria-hidden="true">
      <Show when={props.fold} fallback={<path d={part(TIE, today())} />}>
        <path d={part(TIE, props.lying.foldX - PLEAT)} />
        <path d={part(props.lying.foldX + PLEAT, today())} />
      </Show>
      <path class={styles.dotted} d={part(today(), props.width - TIE)} />
    </svg>
  );
}
