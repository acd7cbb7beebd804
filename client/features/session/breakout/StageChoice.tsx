import { createUniqueId, For } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import styles from './StageChoice.module.css';
import { words } from './words.ts';

/** What a teacher who is with all has before them while the session is split. */
const VIEWS = ['rooms', 'faces'] as const;
export type StageShows = (typeof VIEWS)[number];

export function StageChoice(props: {
  readonly shows: StageShows;
  readonly onChoose: (shows: StageShows) => void;
}) {
  const t = useWords(words);
  const name = createUniqueId();
  return (
    <fieldset class={styles.views}>
      <legend class="visually-hidden">{t().stageShows}</legend>
      <For each={VIEWS}>
        {(view) => (
          <label class={styles.view}>
            <input
              type="radio"
              name={name}
              checked={props.shows === view}
              onChange={() => props.onChoose(view)}
            />
            <span>{t()[view]}</span>
          </label>
        )}
      </For>
    </fieldset>
  );
}
