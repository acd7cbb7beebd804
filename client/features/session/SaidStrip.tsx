import { Show } from 'solid-js';
import { Portal } from 'solid-js/web';
import { useWords } from '../../platform/language.ts';
import styles from './SaidStrip.module.css';
import type { Room } from './session-room.ts';
import { words } from './words.ts';

/**
 * What came of one's own press or was done to one's turn; it takes no press and goes by itself. At the foot of the stage,
 * where nothing is read; on a phone a sheet covers that, and leaves the top free.
 */
export function SaidStrip(props: { readonly room: Room; readonly overSheet: boolean }) {
  const t = useWords(words);
  return (
    <Show when={props.room.said()}>
      {(text) => (
        <Show
          when={props.overSheet}
          fallback={
            <section class={styles.strip} aria-label={t().notice}>
              {text()}
            </section>
          }
        >
          <Portal>
            <section class={`${styles.strip} ${styles.overSheet}`} aria-label={t().notice}>
              {text()}
            </section>
          </Portal>
        </Show>
      )}
    </Show>
  );
}
