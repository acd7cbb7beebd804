import { createMemo } from 'solid-js';
import type { Instant } from '#shared/kernel/duration.ts';
import { clockTime } from '../../../platform/dates.ts';
import { currentTime } from '../../../platform/server-clock.ts';
import styles from './OverviewThread.module.css';
import { threadAt } from './overview.ts';

/** How far the time in the rooms has come, as a thread between two posts. The words beside it say the same. */
export function OverviewThread(props: { readonly from: Instant; readonly to: Instant }) {
  const thread = createMemo(() => threadAt(props.from, props.to, currentTime()));
  return (
    <div class={styles.thread} aria-hidden="true">
      <svg viewBox="0 0 300 40" preserveAspectRatio="none" aria-hidden="true">
        <path d={thread().been} />
        <path class={styles.ahead} d={thread().ahead} />
      </svg>
      <i class={styles.post} />
      <i class={styles.post} />
      <i
        class={styles.bead}
        style={{ left: `${thread().bead.left}%`, top: `${thread().bead.top}px` }}
      />
      <span>{clockTime(props.from)}</span>
      <span>{clockTime(props.to)}</span>
    </div>
  );
}
