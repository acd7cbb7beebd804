import { onCleanup, onMount } from 'solid-js';
import { TITLE_LENGTH_MAX } from '#shared/features/document/catalogue/model.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import styles from './DocumentPage.module.css';
import { words } from './words.ts';

/** In place of the title: its name, written anew. Esc leaves it as it was. */
export function RenameForm(props: {
  readonly title: string;
  readonly onSave: (title: string) => void;
  readonly onCancel: () => void;
}) {
  const t = useWords(words);
  let form: HTMLFormElement | undefined;
  const field = () => form?.querySelector('input');
  onMount(() => {
    field()?.focus();
    field()?.select();
  });
  const leave = (event: KeyboardEvent) => event.key === 'Escape' && props.onCancel();
  onMount(() => form?.addEventListener('keydown', leave));
  onCleanup(() => form?.removeEventListener('keydown', leave));
  return (
    <form
      ref={form}
      class={styles.rename}
      onSubmit={(event) => {
        event.preventDefault();
        props.onSave(field()?.value.trim() ?? '');
      }}
    >
      <h1 class="visually-hidden">{props.title}</h1>
      <Field
        label={t().title}
        value={props.title}
        maxlength={TITLE_LENGTH_MAX}
        autocomplete="off"
      />
      <p class={styles.ways}>
        <Button type="submit">{t().save}</Button>
        <Button look="quiet" onClick={() => props.onCancel()}>
          {t().cancel}
        </Button>
      </p>
    </form>
  );
}
