import { Show } from 'solid-js';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { showCareSheet } from '../care-sheet.ts';
import styles from './CallList.module.css';
import { CallList } from './CallList.tsx';
import { card } from './card.ts';
import { titleWords } from './title.ts';
import { words } from './words.ts';

/** Where one is told to get in touch: whom one can call at the school, and all of the card by a press. */
export function ReachSchool() {
  const t = useWords(words);
  const called = useWords(titleWords);
  return (
    <div class={styles.reach}>
      <Show when={card().entries.length > 0}>
        <CallList
          label={t().callSchool}
          lang={PROGRAMME_LANGUAGE}
          entries={card().entries}
          level={2}
        />
      </Show>
      <Button onClick={() => showCareSheet({ view: 'card' })}>{called().title}</Button>
    </div>
  );
}
