import { Show } from 'solid-js';
import { partsWritten } from '#shared/features/programme/session-notes/model.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { NotesForm } from './NotesForm.tsx';
import styles from './NotesPart.module.css';
import type { NotesStore } from './notes-store.ts';
import { SessionNotes } from './SessionNotes.tsx';
import { words } from './words.ts';

/** After the agenda in the room: what was said of the session, and for whoever steers the way to change it. */
export function NotesPart(props: { readonly store: NotesStore; readonly steers: boolean }) {
  const t = useWords(words);
  let change: HTMLButtonElement | undefined;
  const isWritten = () => partsWritten(props.store.notes()).length > 0;
  const { editing } = props.store;
  return (
    <Show when={isWritten() || props.steers}>
      <section class={styles.part} aria-labelledby="session-notes">
        <h3 id="session-notes">{t().about}</h3>
        <Show
          when={props.steers && editing.isOn()}
          fallback={
            <>
              <SessionNotes notes={props.store.notes()} />
              <Show when={props.steers}>
                <Button
                  ref={change}
                  look="quiet"
                  size="small"
                  class={styles.change}
                  onClick={() => editing.open()}
                >
                  {isWritten() ? t().change : t().write}
                </Button>
              </Show>
            </>
          }
        >
          <NotesForm editing={editing} onDone={() => change?.focus()} />
        </Show>
      </section>
    </Show>
  );
}
