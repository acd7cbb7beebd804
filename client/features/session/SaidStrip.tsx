import { Show } from 'solid-js';
import { Portal } from 'solid-js/web';
import { useWords } from '../../platform/language.ts';
import { classNames } from '../../ui/class-names.ts';
import styles from './SaidStrip.module.css';
import type { Room } from './session-room.ts';
import { words } from './words.ts';

/**
 * What came of one's own press or was done to one's turn; it takes no press and goes by itself. At the foot of the stage,
 * where nothing is read; over its top where there are choices on it; on a phone a sheet covers both, and leaves the top free.
 */
export function SaidStrip(props: {
  readonly room: Room;
  readonly place: 'foot' | 'over-stage' | 'over-sheet';
}) {
  const t = useWords(words);
  return (
    <Show when={props.room.said()}>
      {(text) => (
        <Show
          when={props.place === 'over-sheet'}
          fallback={
            <section
              class={classNames(styles.strip, props.place === 'over-stage' && styles.overStage)}
              aria-label={t().notice}
            >
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
