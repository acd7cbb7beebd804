import { createSignal, For, type JSX, Match, Show, Switch } from 'solid-js';
import type { OwnErasure as Wish } from '#shared/features/own-data/erasure/model.ts';
import { ownErasureWish } from '#shared/features/own-data/erasure/queries.ts';
import { longDate } from '../../../platform/dates.ts';
import { language, useWords } from '../../../platform/language.ts';
import { createQuery } from '../../../platform/query.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { type Asked, askErasure } from './ask-erasure.ts';
import { words } from './words.ts';

/** Lets somebody show once more who they are. */
export type ShowAgain = (then: { onShown: () => void; onCancel: () => void }) => JSX.Element;

/** One's own wish to be erased: what it comes to, asked for in two presses, and taken back in one. */
export function OwnErasure(props: { readonly showAgain: ShowAgain }) {
  const t = useWords(words);
  const query = createQuery(ownErasureWish, () => ({}));
  const [step, setStep] = createSignal<'rest' | 'sure' | 'sending' | 'again'>('rest');
  const [refused, setRefused] = createSignal<Asked>(null);
  /** What is sent again when it has been shown who one is. */
  let pressed: keyof typeof askErasure = 'ask';

  async function press(what: keyof typeof askErasure): Promise<void> {
    if (step() === 'sending') return;
    pressed = what;
    setStep('sending');
    setRefused(null);
    const outcome = await askErasure[what]();
    if (outcome === 'not-fresh') return void setStep('again');
    setStep('rest');
    setRefused(outcome);
    if (outcome === null) announce(what === 'ask' ? t().asked : t().takenBack);
    query.refetch();
  }
  return (
    <section>
      <h2>{t().title}</h2>
      <Switch fallback={<p role="status">{t().couldNotFetch}</p>}>
        <Match when={step() === 'again'}>
          {props.showAgain({
            onShown: () => {
              setStep('rest');
              void press(pressed);
            },
            onCancel: () => setStep('rest'),
          })}
        </Match>
        <Match when={query.value()?.waiting}>
          {(wish) => (
            <Waits wish={wish()} busy={step() === 'sending'} onTakeBack={() => press('takeBack')} />
          )}
        </Match>
        <Match when={query.value()}>
          <WhatGoes />
          <p>
            <Show
              when={step() !== 'rest'}
              fallback={
                <Button danger onClick={() => setStep('sure')}>
                  {t().ask}
                </Button>
              }
            >
              <Button
                danger
                ref={(button) => queueMicrotask(() => button.focus())}
                aria-busy={step() === 'sending'}
                onClick={() => press('ask')}
              >
                {step() === 'sending' ? t().sending : t().askSure}
              </Button>{' '}
              <Button look="quiet" onClick={() => setStep('rest')}>
                {t().cancel}
              </Button>
            </Show>
          </p>
        </Match>
        <Match when={query.state().status === 'loading'}>{null}</Match>
      </Switch>
      <Show when={refused()}>{(why) => <p role="alert">{t().refused[why()]}</p>}</Show>
    </section>
  );
}

function WhatGoes() {
  const t = useWords(words);
  return (
    <>
      <p>{t().about}</p>
      <h3>{t().goneTitle}</h3>
      <ul>
        <For each={t().gone}>{(text) => <li>{text}</li>}</For>
      </ul>
      <h3>{t().staysTitle}</h3>
      <ul>
        <For each={t().stays}>{(text) => <li>{text}</li>}</For>
      </ul>
      <p>{t().whenAbout}</p>
      <p>{t().takeFirst}</p>
    </>
  );
}

function Waits(props: {
  readonly wish: Wish;
  readonly busy: boolean;
  readonly onTakeBack: () => void;
}) {
  const t = useWords(words);
  const day = (at: number) => longDate(language(), at);
  return (
    <>
      <p>{t().waiting(day(props.wish.earliestAt), day(props.wish.latestAt))}</p>
      <p>
        <Button look="filled" aria-busy={props.busy} onClick={() => props.onTakeBack()}>
          {props.busy ? t().sending : t().takeBack}
        </Button>
      </p>
    </>
  );
}
