import { For, Show } from 'solid-js';
import {
  NOTE_LABELS,
  partsWritten,
  type WrittenNotes,
} from '#shared/features/programme/session-notes/model.ts';
import { language, PROGRAMME_LANGUAGE } from '../../../platform/language.ts';
import styles from './SessionNotes.module.css';

/** What is said of a session beforehand, part by part: the same on every screen. Shows nothing where nothing is written. */
export function SessionNotes(props: { readonly notes: WrittenNotes }) {
  const parts = () => partsWritten(props.notes);
  return (
    <Show when={parts().length > 0}>
      <dl class={styles.notes}>
        <For each={parts()}>
          {(part) => (
            <div>
              <dt>{NOTE_LABELS[language()][part]}</dt>
              <dd lang={PROGRAMME_LANGUAGE}>{props.notes[part]}</dd>
            </div>
          )}
        </For>
      </dl>
    </Show>
  );
}
