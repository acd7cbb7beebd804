import { createSignal, createUniqueId, For, Show } from 'solid-js';
import { runErasure } from '#shared/features/own-data/erasure/commands.ts';
import type { ErasureToRun } from '#shared/features/own-data/erasure/model.ts';
import { erasuresToRun } from '#shared/features/own-data/erasure/queries.ts';
import { longDate } from '../../../platform/dates.ts';
import { language, useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { createQuery } from '../../../platform/query.ts';
import { serverNow } from '../../../platform/server-clock.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import styles from './ErasuresToRun.module.css';
import { words } from './words.ts';

/** Those who want to be erased, for the two who run it; nothing for everybody else, and where nobody wants to. */
export function ErasuresToRun() {
  const t = useWords(words);
  const id = createUniqueId();
  const query = createQuery(erasuresToRun, () => ({}));
  const waiting = () => query.value()?.waiting ?? [];
  return (
    <Show when={waiting().length > 0}>
      <section class={styles.list} aria-labelledby={id}>
        <h2 id={id}>{t().listTitle}</h2>
        <p class={styles.quiet}>{t().listAbout}</p>
        <ul>
          <For each={waiting()}>
            {(wish) => <OneErasure wish={wish} onSettled={query.refetch} />}
          </For>
        </ul>
      </section>
    </Show>
  );
}

function OneErasure(props: { readonly wish: ErasureToRun; readonly onSettled: () => void }) {
  const t = useWords(words);
  const [step, setStep] = createSignal<'rest' | 'sure' | 'sending'>('rest');
  const [problem, setProblem] = createSignal<keyof (typeof words)['nb']['refusals']>();
  const day = (at: number) => longDate(language(), at);
  const isEarly = () => serverNow() < props.wish.earliestAt;

  async function sayYes(): Promise<void> {
    if (step() === 'sending') return;
    setStep('sending');
    const { personId, name } = props.wish;
    const outcome = await live.send(runErasure, { personId }, { lasting: false });
    setStep('rest');
    setProblem(outcome.ok ? undefined : outcome.refusal);
    if (outcome.ok) announce(outcome.value.decided ? t().decided(name) : t().saidYes);
    props.onSettled();
  }
  return (
    <li>
      <p>
        <b>
          <bdi>{props.wish.name}</bdi>
        </b>
        <span class={styles.quiet}>
          {t().askedOn(day(props.wish.askedAt), day(props.wish.latestAt))}{' '}
          <Show when={props.wish.firstYes}>{(name) => <>{t().oneYes(name())} </>}</Show>
          <Show when={isEarly()} fallback={props.wish.mayRun ? '' : t().takesAnother}>
            {t().notYet(day(props.wish.earliestAt))}
          </Show>
        </span>
        <Show when={problem()}>{(why) => <span role="alert">{t().refusals[why()]}</span>}</Show>
      </p>
      <Show when={props.wish.mayRun}>
        <Show
          when={step() !== 'rest'}
          fallback={
            <Button size="small" onClick={() => setStep('sure')}>
              {t().sayYes}
              <span class="visually-hidden"> {props.wish.name}</span>
            </Button>
          }
        >
          <Button
            size="small"
            danger
            ref={(button) => queueMicrotask(() => button.focus())}
            aria-busy={step() === 'sending'}
            onClick={sayYes}
          >
            {t().sure}
            <span class="visually-hidden"> {props.wish.name}</span>
          </Button>
          <Button size="small" look="quiet" onClick={() => setStep('rest')}>
            {t().cancel}
          </Button>
        </Show>
      </Show>
    </li>
  );
}
