import { For } from 'solid-js';
import { Icon } from '../../../ui/Icon.tsx';
import styles from './Marks.module.css';
import type { Reactions } from './reactions.ts';
import { SIGNS } from './signs.ts';

/** What people show just now. A screen reader is told in a line of its own, and nothing here can be pressed. */
export function Marks(props: { readonly reactions: Reactions }) {
  return (
    <div class={styles.anchor} aria-hidden="true">
      <div class={styles.marks}>
        <For each={props.reactions.marks()}>
          {(mark) => (
            <p class={styles.mark} data-reaction={mark.reaction}>
              <Icon path={SIGNS[mark.reaction]} small />
              <span class={styles.name}>{mark.name}</span>
            </p>
          )}
        </For>
      </div>
    </div>
  );
}
