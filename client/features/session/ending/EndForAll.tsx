import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import styles from './EndForAll.module.css';
import type { EndingStore } from './ending-store.ts';
import { words } from './words.ts';

/** After the last item of the agenda, with sound and picture or without: any teacher who is here ends the session for all. */
export function EndForAll(props: { readonly ending: EndingStore; readonly onDone: () => void }) {
  const t = useWords(words);
  return (
    <Show when={!props.ending.begunBy()}>
      <div class={styles.end}>
        <Button
          danger
          size="small"
          onClick={() => {
            props.onDone();
            void props.ending.begin();
          }}
        >
          {t().end}
        </Button>
        <p>{t().endAbout}</p>
      </div>
    </Show>
  );
}
