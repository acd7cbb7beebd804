import { For, Show } from 'solid-js';
import type { PersonId } from '#shared/kernel/ids.ts';
import { classNames } from '../../../ui/class-names.ts';
import { Portrait } from '../../../ui/Portrait.tsx';
import { placeOnRing } from '../round/seats.ts';
import styles from './OverviewRing.module.css';

/** More faces than these would lie over each other. */
const FACES_MAX = 8;

/** Those who are in a room, around its number. The names beside it say who they are. */
export function OverviewRing(props: {
  readonly people: readonly PersonId[];
  readonly number?: number;
  /** They ask a teacher to come: drawn stronger, and said beside it. */
  readonly asks?: boolean;
}) {
  const shown = () => props.people.slice(0, FACES_MAX);
  const place = (nth: number) => placeOnRing(nth, shown().length);
  return (
    <div class={classNames(styles.ring, props.asks && styles.asks)} aria-hidden="true">
      <For each={shown()}>
        {(personId, nth) => (
          <span
            class={styles.face}
            style={{ left: `${place(nth()).left}%`, top: `${place(nth()).top}%` }}
          >
            <Portrait personId={personId} />
          </span>
        )}
      </For>
      <Show when={props.number}>{(number) => <b>{number()}</b>}</Show>
    </div>
  );
}
