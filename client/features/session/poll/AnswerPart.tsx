import { createEffect, Match, on, Show, Switch } from 'solid-js';
import type { Poll } from '#shared/features/session/poll/model.ts';
import { inARow, language, useWords } from '../../../platform/language.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import styles from './AnswerPart.module.css';
import type { PollStore } from './poll-store.ts';
import { answerParts } from './results.ts';
import { words } from './words.ts';

type PartProps = { readonly store: PollStore; readonly poll: Poll };

/** One's own part in what is open: to answer, or to see that one has. */
export function AnswerPart(props: PartProps) {
  const t = useWords(words);
  const { store } = props;
  let thanks: HTMLParagraphElement | undefined;
  const says = () => (store.said()?.before ? t().before : t().thanks);
  // The button that sent it is gone with the form. Whoever has gone elsewhere by then, hears of it there.
  createEffect(
    on(
      store.said,
      (said) => {
        if (!said) return;
        if (document.activeElement === document.body) thanks?.focus({ preventScroll: true });
        else announce(says());
      },
      { defer: true },
    ),
  );
  return (
    <Switch fallback={<AnswerForm {...props} />}>
      <Match when={!store.asksMe()}>
        <p class={styles.quiet}>{t().refusals['not-asked']}</p>
        <p class={styles.quiet}>{store.sum()}</p>
      </Match>
      <Match when={!store.isKnown()}>
        <p class={styles.quiet}>{t().seeing}</p>
      </Match>
      <Match when={store.isAnswered() && !store.isChanging()}>
        <div class={styles.answered}>
          <p ref={thanks} class={styles.thanks} tabindex="-1">
            {says()}
          </p>
          <Show when={props.poll.named && store.ownAnswer()}>
            {(answer) => (
              <p class={styles.own}>
                {t().youAnswered(inARow(language(), answerParts(props.poll.form, answer())))}
              </p>
            )}
          </Show>
          <p class={styles.quiet}>{store.sum()}</p>
          <Show when={props.poll.named}>
            <div>
              <Button size="small" onClick={store.change}>
                {t().change}
              </Button>
            </div>
            <p class={styles.quiet}>{t().canChange[props.poll.occasion]}</p>
          </Show>
        </div>
      </Match>
    </Switch>
  );
}
