import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { createMediaQuery, WIDE } from '../../../platform/media-query.ts';
import { UndoStrip } from '../../../ui/UndoStrip.tsx';
import type { Hosting } from './hosting.ts';
import styles from './RemovalStrip.module.css';
import { words } from './words.ts';

/** Ten seconds to take a removal back by one press. */
export function RemovalStrip(props: { readonly hosting: Hosting }) {
  const t = useWords(words);
  // On a narrow screen it lies behind the sheet that the person was removed in.
  const wide = createMediaQuery(WIDE);
  return (
    <Show when={props.hosting.removed()} keyed>
      {(removed) => (
        <div class={styles.over}>
          <UndoStrip
            takesFocus={wide()}
            undoLabel={t().undo}
            onUndo={props.hosting.undoRemoval}
            onDone={props.hosting.keepRemoved}
          >
            {t().removed(removed.name)}
          </UndoStrip>
        </div>
      )}
    </Show>
  );
}
