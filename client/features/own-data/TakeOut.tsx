import { createEffect, Match, Show, Switch } from 'solid-js';
import { language, useWords } from '../../platform/language.ts';
import { fileNameOf } from '../../platform/save-file.ts';
import { announce } from '../../ui/announcer.ts';
import { Button } from '../../ui/Button.tsx';
import { downloadIcon } from '../../ui/icons.ts';
import type { ShowAgain } from './erasure/OwnErasure.tsx';
import { createTakeOut } from './take-out.ts';
import { words } from './words.ts';

const MEGABYTE = 1024 * 1024;

/** The whole of it as one file. Whoever came a while ago shows first who they are. */
export function TakeOut(props: { readonly showAgain: ShowAgain }) {
  const t = useWords(words);
  const take = createTakeOut(() => fileNameOf(t().file, [], 'zip'));
  const bytes = () => {
    const now = take.state();
    return now.status === 'fetching' ? now.bytes : 0;
  };
  const size = () =>
    `${(bytes() / MEGABYTE).toLocaleString(language(), { minimumFractionDigits: 1, maximumFractionDigits: 1 })} MB`;
  const refusal = () => {
    const now = take.state();
    return now.status === 'refused' && now.refusal;
  };
  createEffect(() => {
    if (take.state().status === 'done') announce(t().done);
  });
  return (
    <section>
      <h2>{t().takeOutTitle}</h2>
      <p>{t().takeOutAbout}</p>
      <p>{t().takeOutWith}</p>
      <Switch>
        <Match when={refusal() === 'not-fresh'}>
          {props.showAgain({ onShown: take.start, onCancel: take.again })}
        </Match>
        <Match when={refusal()}>
          {(why) => (
            <>
              <p role="alert">{t().refused[why()]}</p>
              <p>
                <Button onClick={take.start}>{t().tryAgain}</Button>
              </p>
            </>
          )}
        </Match>
        <Match when={true}>
          <Show when={take.state().status === 'done'}>
            <p>{t().done}</p>
          </Show>
          <p>
            <Button
              look="filled"
              icon={downloadIcon}
              aria-busy={take.state().status === 'fetching'}
              onClick={take.start}
            >
              <Switch fallback={t().takeOut}>
                <Match when={bytes() > 0}>{t().fetching(size())}</Match>
                <Match when={take.state().status === 'fetching'}>{t().preparing}</Match>
                <Match when={take.state().status === 'done'}>{t().onceMore}</Match>
              </Switch>
            </Button>
          </p>
        </Match>
      </Switch>
    </section>
  );
}
