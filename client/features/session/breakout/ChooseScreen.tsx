import { Show } from 'solid-js';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import type { RoomProps } from '../room-props.ts';
import styles from './ChooseScreen.module.css';
import { HEADING } from './focus-when-moved.ts';
import { RoomChoices } from './RoomChoices.tsx';
import { words } from './words.ts';

/** In place of the faces for whoever is to choose a room and has none. */
export function ChooseScreen(props: RoomProps) {
  const t = useWords(words);
  return (
    <section class={styles.screen} aria-labelledby={HEADING}>
      <div class={styles.parts}>
        <h2 id={HEADING} tabindex="-1">
          {t().choose}
        </h2>
        <p class={styles.about}>{t().chooseAbout}</p>
        <Show when={props.topics.breakouts.split()?.task}>
          {(task) => (
            <p class={styles.task}>
              {t().task} <span lang={PROGRAMME_LANGUAGE}>{task()}</span>
            </p>
          )}
        </Show>
        <RoomChoices {...props} />
      </div>
    </section>
  );
}
