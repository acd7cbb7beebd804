import { createSignal, type JSX, Show } from 'solid-js';
import type { AnyCommand, InputOf, RefusalOf } from '#shared/wire/contract.ts';
import { useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { refusalWords } from '../../../platform/refusal-words.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { words } from './words.ts';
import styles from './Year.module.css';

/** Sends one change of the year, and says what came of it. */
export function createChange(onDone: () => void) {
  const t = useWords(words);
  const refusals = useWords(refusalWords);
  const [sending, setSending] = createSignal(false);
  const [problem, setProblem] = createSignal<string>();
  return {
    sending,
    problem,
    async send<C extends AnyCommand>(command: C, input: InputOf<C>, said: string): Promise<void> {
      if (sending()) return;
      setSending(true);
      setProblem(undefined);
      const outcome = await live.send(command, input, { lasting: false });
      setSending(false);
      if (outcome.ok) {
        announce(said);
        return onDone();
      }
      const all: Readonly<Record<string, string>> = { ...refusals(), ...t().refusals };
      setProblem(all[outcome.refusal as RefusalOf<C> & string]);
    },
  };
}

/** Fields in a sheet, with a way to save them, and where there is something to take away, a way to do that. */
export function YearForm(props: {
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
