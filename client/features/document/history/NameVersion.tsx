import { createSignal, Show } from 'solid-js';
import { VERSION_NAME_MAX } from '#shared/features/document/history/model.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import styles from './VersionsPage.module.css';
import { words } from './words.ts';

/** Keeps the text of now under a name. `onName` says whether it was kept. */
export function NameVersion(props: { readonly onName: (name: string) => Promise<boolean> }) {
  const t = useWords(words);
  const [naming, setNaming] = createSignal(false);
  const [name, setName] = createSignal('');
  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (name().trim() === '' || !(await props.onName(name().trim()))) return;
    setName('');
    setNaming(false);
  }
  return (
    <Show
      when={naming()}
      fallback={
        <p>
          <Button size="small" onClick={() => setNaming(true)}>
            {t().nameNow}
          </Button>
        </p>
      }
    >
      <form class={styles.name} onSubmit={save}>
        <Field
          label={t().name}
          value={name()}
          maxlength={VERSION_NAME_MAX}
          autocomplete="off"
          ref={(input) => queueMicrotask(() => input.focus())}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <p class={styles.ways}>
          <Button type="submit">{t().save}</Button>
          <Button look="quiet" onClick={() => setNaming(false)}>
            {t().cancel}
          </Button>
        </p>
      </form>
    </Show>
  );
}
