import { type JSX, Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import type { createChange } from './change.ts';
import styles from './Form.module.css';
import { words } from './words.ts';

/** Fields in a sheet, with a way to save them, and where there is something to take away, a way to do that. */
export function SheetForm(props: {
  readonly change: ReturnType<typeof createChange>;
  /** Whether everything is filled in; the form goes to the first field that is not. */
  readonly isWhole: () => boolean;
  readonly onSave: () => void;
  readonly onDrop?: (() => void) | undefined;
  readonly children: JSX.Element;
}) {
  const t = useWords(words);
  let form: HTMLFormElement | undefined;
  function save(event: SubmitEvent): void {
    event.preventDefault();
    if (props.isWhole()) props.onSave();
    else queueMicrotask(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }
  return (
    <form ref={form} class={styles.form} onSubmit={save} novalidate>
      {props.children}
      <Show when={props.change.problem()}>
        {(said) => (
          <p class={styles.problem} role="alert">
            {said()}
          </p>
        )}
      </Show>
      <p class={styles.ways}>
        <Button
          look="filled"
          type="submit"
          aria-disabled={props.change.sending() ? 'true' : undefined}
        >
          {props.change.sending() ? t().saving : t().save}
        </Button>
        <Show when={props.onDrop}>
          {(drop) => (
            <Button look="quiet" danger onClick={() => drop()()}>
              {t().drop}
            </Button>
          )}
        </Show>
      </p>
    </form>
  );
}
