import { createEffect, createSignal, Index, Match, on, Show, Switch } from 'solid-js';
import type { Poll } from '#shared/features/session/poll/model.ts';
import { namedAnswers } from '#shared/features/session/poll/queries.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { inARow, language, useWords } from '../../../platform/language.ts';
import { createQuery } from '../../../platform/query.ts';
import { Button } from '../../../ui/Button.tsx';
import styles from './NamedAnswers.module.css';
import { answerParts } from './results.ts';
import { words } from './words.ts';

type NamedProps = { readonly sessionId: SessionId; readonly poll: Pick<Poll, 'id' | 'form'> };

/** Of a named one, for its teachers: who answered what. Asked for when it is opened, so that it lies nowhere else. */
export function NamedAnswers(props: NamedProps) {
  const t = useWords(words);
  const [open, setOpen] = createSignal(false);
  return (
    <details class={styles.named} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t().whoAnswered}</summary>
      <p class={styles.quiet}>{t().whoAnsweredAbout}</p>
      <Show when={open()}>
        <Rows {...props} />
      </Show>
    </details>
  );
}

function Rows(props: NamedProps) {
  const t = useWords(words);
  const asked = createQuery(namedAnswers, () => ({
    sessionId: props.sessionId,
    pollId: props.poll.id,
  }));
  // Anew with each answer, and with each that is changed.
  createEffect(on(() => props.poll, asked.refetch, { defer: true }));
  const rows = () => asked.value()?.answers ?? [];
  return (
    <Switch
      fallback={
        <ul class={styles.rows}>
          <Index each={rows()}>
            {(row) => (
              <li>
                <b>{row().name}</b>
                <p>{inARow(language(), answerParts(props.poll.form, row()))}</p>
              </li>
            )}
          </Index>
        </ul>
      }
    >
      <Match when={asked.state().status === 'loading'}>
        <p class={styles.quiet} role="status">
          {t().fetching}
        </p>
      </Match>
      <Match when={asked.state().status === 'failed' && !asked.value()}>
        <p class={styles.quiet} role="status">
          {t().notFetched}
        </p>
        <Button size="small" onClick={asked.refetch}>
          {t().tryAgain}
        </Button>
      </Match>
      <Match when={rows().length === 0}>
        <p class={styles.quiet}>{t().nobody}</p>
      </Match>
    </Switch>
  );
}
