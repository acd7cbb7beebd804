import { createSignal, For, onCleanup, Show } from 'solid-js';
import { classNames } from './class-names.ts';
import styles from './Skeleton.module.css';

/** Shorter waits are not felt; a flash of grey would be. */
const PATIENCE_MS = 400;

export interface SkeletonProps {
  /** What is being fetched, for screen readers: "Henter dokumentene dine". */
  label: string;
  /** The shape of what comes. */
  shapes: readonly ('card' | 'heading' | 'name' | 'line')[];
  /** Where an empty page would frighten: the label is there for everybody to read, at once. */
  inWords?: boolean;
}

/** Still shapes of what comes, after 400 ms. */
export function Skeleton(props: SkeletonProps) {
  const [waited, setWaited] = createSignal(false);
  const timer = setTimeout(() => setWaited(true), PATIENCE_MS);
  onCleanup(() => clearTimeout(timer));
  return (
    <div class={styles.skeleton} role="status">
      <Show when={props.inWords || waited()}>
        <span class={props.inWords ? undefined : 'visually-hidden'}>{props.label}</span>
      </Show>
      <Show when={waited()}>
        <For each={props.shapes}>
          {(shape) => <span class={classNames(styles.shape, styles[shape])} />}
        </For>
      </Show>
    </div>
  );
}
