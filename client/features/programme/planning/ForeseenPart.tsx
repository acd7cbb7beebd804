import { type Accessor, createEffect, For, Match, on, Show, Switch } from 'solid-js';
import type { Foreseen } from '#shared/features/programme/planning/queries.ts';
import { clockTime, longDate, shortDate } from '../../../platform/dates.ts';
import { inARow, language, PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import type { LiveQuery } from '../../../platform/query.ts';
import { FailedLine } from '../../../ui/FailedLine.tsx';
import { ClashLine } from '../calendar/CalendarItemWords.tsx';
import { beginOf } from '../calendar/calendar-items.ts';
import { words as calendarWords } from '../calendar/words.ts';
import styles from './Planning.module.css';
import { words } from './words.ts';

/** What the plan becomes, and what is in its way: a warning that has been seen before anything is planned. */
export function ForeseenPart(props: {
  readonly query: LiveQuery<Foreseen>;
  readonly onShown: (foreseen: Foreseen) => void;
}) {
  const t = useWords(words);
  const foreseen: Accessor<Foreseen | undefined> = () => props.query.value();
  createEffect(on(foreseen, (now) => now && props.onShown(now)));
  return (
    <section class={styles.foreseen} aria-labelledby="foreseen" aria-live="polite">
      <h2 id="foreseen">{t().foreseen}</h2>
      <Switch>
        <Match when={props.query.state().status === 'failed' && !foreseen()}>
          <FailedLine
            what={t().couldNotLook}
            tryAgain={t().tryAgain}
            onTryAgain={props.query.refetch}
          />
        </Match>
        <Match when={!foreseen()}>
          <p class={styles.quiet}>{t().looking}</p>
        </Match>
        <Match when={foreseen()}>
          {(now) => (
            <Switch fallback={<WhatItBecomes foreseen={now()} />}>
              <Match when={now().refusal}>
                {(refusal) => <p class={styles.problem}>{t().refusals[refusal()]}</p>}
              </Match>
            </Switch>
          )}
        </Match>
      </Switch>
    </section>
  );
}

function WhatItBecomes(props: { readonly foreseen: Foreseen }) {
  const t = useWords(words);
  const nameOf = useOffName();
  const when = () => {
    const { held } = props.foreseen;
    const [first, last] = [held[0], held.at(-1)];
    if (!first || !last) return '';
    const time = `${clockTime(first.startsAt)}–${clockTime(first.endsAt)}`;
    if (held.length === 1) return t().heldAt(longDate(language(), first.startsAt), time);
    const [from, to] = [first, last].map(({ startsAt }) => shortDate(language(), startsAt));
    return `${t().held(held.length)}. ${t().heldOn(from ?? '', to ?? '', time)}`;
  };
  const outside = () => props.foreseen.held.filter(({ outsideTerms }) => outsideTerms);
  const hasSomethingToKnow = () =>
    props.foreseen.held.some(
      ({ off, gathering, outsideTerms }) => off || gathering || outsideTerms,
    );
  const leftOut = () =>
    inARow(
      language(),
      props.foreseen.leftOut.map(
        ({ day, because }) => `${shortDate(language(), beginOf(day))} (${nameOf(because)})`,
      ),
    );
  return (
    <>
      <p>{when()}</p>
      <Show when={props.foreseen.leftOut.length > 0}>
        <p>{t().leftOut(leftOut())}</p>
      </Show>
      <For each={props.foreseen.held.filter(({ off }) => off)}>
        {({ startsAt, off }) => (
          <p class={styles.off}>{off && t().isOff(shortDate(language(), startsAt), nameOf(off))}</p>
        )}
      </For>
      <For each={props.foreseen.held.filter(({ gathering }) => gathering !== null)}>
        {({ startsAt, gathering }) => (
          <p class={styles.off}>
            {t().isGathered(shortDate(language(), startsAt), gathering ?? '')}
          </p>
        )}
      </For>
      <Show when={outside()[0]}>
        {(first) => (
          <p class={styles.off}>
            {t().outsideTerms(outside().length, shortDate(language(), first().startsAt))}
          </p>
        )}
      </Show>
      <Show
        when={props.foreseen.clashes.length > 0}
        fallback={
          <Show when={!hasSomethingToKnow()}>
            <p class={styles.quiet}>{t().nothingInTheWay}</p>
          </Show>
        }
      >
        <h3>{t().clashes(props.foreseen.clashes.length)}</h3>
        <ul>
          <For each={props.foreseen.clashes}>
            {(clash) => (
              <li lang={PROGRAMME_LANGUAGE}>
                {shortDate(language(), clash.startsAt)} {clockTime(clash.startsAt)}–
                {clockTime(clash.endsAt)}
                <ClashLine clash={clash} />
              </li>
            )}
          </For>
        </ul>
        <p class={styles.quiet}>{t().clashesAbout}</p>
      </Show>
    </>
  );
}

/** What a day off is called. */
function useOffName() {
  const t = useWords(calendarWords);
  return (off: NonNullable<Foreseen['held'][number]['off']>) =>
    off.kind === 'public' ? t().holidays[off.holiday] : off.name;
}
