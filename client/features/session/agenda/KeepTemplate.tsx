import { createSignal, For, onMount, Show } from 'solid-js';
import { TEMPLATE_NAME_MAX } from '#shared/features/session/agenda/model.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import styles from './AgendaEditor.module.css';
import type { AgendaEditing } from './agenda-editing.ts';
import { words } from './beginning-words.ts';

/** Keeps the agenda as it is, for oneself or for everybody who teaches the course. */
export function KeepTemplate(props: {
  readonly editing: AgendaEditing;
  readonly onClose: () => void;
}) {
  const t = useWords(words);
  const { beginnings } = props.editing;
  const [name, setName] = createSignal('');
  const [ofCourse, setOfCourse] = createSignal(false);
  const [tried, setTried] = createSignal(false);
  let form: HTMLFormElement | undefined;
  onMount(() => form?.querySelector('input')?.focus());
  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (!name().trim()) return form?.querySelector('input')?.focus();
    await beginnings.keep(name().trim(), ofCourse());
    if (beginnings.view() === 'none') props.onClose();
  }
  return (
    <form ref={form} class={styles.form} onSubmit={save} novalidate>
      <h3>{t().keep}</h3>
      <Field
        label={t().name}
        maxlength={TEMPLATE_NAME_MAX}
        value={name()}
        error={tried() && !name().trim() ? t().needsName : undefined}
        autocomplete="off"
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <fieldset class={styles.choice}>
        <legend>{t().forWhom}</legend>
        <For each={[false, true]}>
          {(course) => (
            <label>
              <input
                type="radio"
                name="for-whom"
                checked={ofCourse() === course}
                onChange={() => setOfCourse(course)}
              />
              {course ? t().forCourse : t().forMe}
            </label>
          )}
        </For>
      </fieldset>
      <Show when={beginnings.problem()}>
        {(problem) => (
          <p class={styles.problem} role="alert">
            {problem()}
          </p>
        )}
      </Show>
      <div class={styles.ways}>
        <Button look="filled" size="small" type="submit">
          {t().save}
        </Button>
        <Button
          look="quiet"
          size="small"
          onClick={() => {
            beginnings.close();
            props.onClose();
          }}
        >
          {t().cancel}
        </Button>
      </div>
    </form>
  );
}
