import { Show } from 'solid-js';
import { Portal } from 'solid-js/web';
import { useWords } from '../../platform/language.ts';
import styles from './SaidStrip.module.css';
import type { Room } from './session-room.ts';
import { words } from './words.ts';

/** What came of one's own press, over whatever lies there, also a sheet; it takes no press and goes by itself. */
export function SaidStrip(props: { readonly room: Room }) {
  const t = useWords(words);
  return (
    <Show when={props.room.said()}>
      {(text) => (
        <Portal>
          <section class={styles.strip} aria-label={t().notice}>
            {text()}
          </section>
        </Portal>
      )}
    </Show>
  );
}
