import { Show } from 'solid-js';
import { useWords } from '../../platform/language.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './ProblemStrip.module.css';
import type { Room } from './session-room.ts';
import { words } from './words.ts';

/** What did not work, in words, over the bar until it is put away. Spoken by the room's announcer. */
export function ProblemStrip(props: { readonly room: Room }) {
  const t = useWords(words);
  return (
    <Show when={props.room.problem()}>
      {(problem) => (
        <section class={styles.strip} aria-label={t().notice}>
          <p>
            {problem().text}
            <Show when={problem().incident}>
              <span class={styles.incident}>{problem().incident}</span>
            </Show>
          </p>
          <Button look="quiet" size="small" onClick={props.room.dismissProblem}>
            {t().dismiss}
          </Button>
        </section>
      )}
    </Show>
  );
}
