import { Show } from 'solid-js';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { type AboutSession, showCareSheet } from '../care-sheet.ts';
import { words as concernWords } from '../concern/words.ts';
import styles from './CallList.module.css';
import { CallList } from './CallList.tsx';
import { card } from './card.ts';
import { titleWords } from './title.ts';
import { words } from './words.ts';

/** Where one is told to get in touch: whom one can call at the school, and by a press all of the card, or a way to write. */
export function ReachSchool(props: { readonly session: AboutSession }) {
  const t = useWords(words);
  const called = useWords(titleWords);
  const concern = useWords(concernWords);
  // Loaded anew, the page knows no title any more.
  const about = () => (props.session.title ? props.session : undefined);
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
      <p class={styles.ways}>
        <Button onClick={() => showCareSheet({ view: 'card', session: about() })}>
          {called().title}
        </Button>
        <Button onClick={() => showCareSheet({ view: 'concern', session: about() })}>
          {concern().report}
        </Button>
      </p>
    </div>
  );
}
