import { For, onMount, Show } from 'solid-js';
import {
  NOTE_LABELS,
  NOTE_LENGTH_MAX,
  NOTE_PARTS,
  partsWritten,
} from '#shared/features/programme/session-notes/model.ts';
import { language, useWords } from '../../../platform/language.ts';
import { holdsWords } from '../../../platform/unsaved-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import type { NotesEditing } from './notes-editing.ts';
import styles from './SessionNotes.module.css';
import { SessionNotes } from './SessionNotes.tsx';
import { words } from './words.ts';

/** The four parts to be written, each with a word on what helps the one who reads it. */
export function NotesForm(props: { readonly editing: NotesEditing; readonly onDone: () => void }) {
  const t = useWords(words);
  let form: HTMLFormElement | undefined;
  holdsWords(() => props.editing.isUnsaved(), 'page');
  onMount(() => form?.querySelector('textarea')?.focus());
  const close = () => {
    props.editing.close();
    props.onDone();
  };
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (await props.editing.save()) props.onDone();
  };
  return (
    <form ref={form} class={styles.form} onSubmit={save} novalidate>
      <p class={styles.about}>{t().guide}</p>
      <For each={NOTE_PARTS}>
        {(part) => (
          <TextArea
            label={NOTE_LABELS[language()][part]}
            description={t().hints[part]}
            rows={3}
            maxlength={NOTE_LENGTH_MAX}
            value={props.editing.draft()[part]}
            onInput={(event) => props.editing.setDraft({ [part]: event.currentTarget.value })}
          />
        )}
      </For>
      <Show when={props.editing.problem()}>
        {(problem) => (
          <p class={styles.problem} role="alert">
            {problem()}
          </p>
        )}
      </Show>
      <Show when={props.editing.changedMeanwhile()}>
        {(now) => (
          <div class={styles.meanwhile}>
            <p>{partsWritten(now()).length > 0 ? t().nowReads : t().nowEmpty}</p>
            <SessionNotes notes={now()} />
          </div>
        )}
      </Show>
      <Show when={props.editing.waits()}>
        {(waits) => (
          <p class={styles.about} role="status">
            {t().waits[waits()]}
          </p>
        )}
      </Show>
      <div class={styles.ways}>
        <Button
          look="filled"
          size="small"
          type="submit"
          aria-disabled={props.editing.sending() ? 'true' : undefined}
        >
          {t().save}
        </Button>
        <Button look="quiet" size="small" onClick={close}>
          {t().cancel}
        </Button>
      </div>
    </form>
  );
}
