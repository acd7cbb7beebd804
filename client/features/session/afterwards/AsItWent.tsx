import { For, Show } from 'solid-js';
import type { ItemAfterwards } from '#shared/features/session/afterwards/model.ts';
import { MINUTE_MS } from '#shared/kernel/duration.ts';
import { clockTime } from '../../../platform/dates.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { titleInWords } from '../agenda/agenda-time.ts';
import { words as agendaWords } from '../agenda/words.ts';
import styles from './AsItWent.module.css';
import type { AfterwardsKnown } from './known.ts';
import { words } from './words.ts';

type Reached = ItemAfterwards & { readonly went: NonNullable<ItemAfterwards['went']> };

/** The agenda on the thread as it went, and beside it what there was no time for. */
export function AsItWent(props: { readonly left: AfterwardsKnown }) {
  const t = useWords(words);
  const reached = () => props.left.items.filter((item): item is Reached => item.went !== null);
  const notReached = () => props.left.items.filter(({ went }) => went === null);
  return (
    <Show when={props.left.items.length > 0} fallback={<p class={styles.quiet}>{t().noAgenda}</p>}>
      <Show when={props.left.stepped} fallback={<p class={styles.quiet}>{t().notStepped}</p>}>
        <ol class={styles.went}>
          <For each={reached()}>
            {(item) => (
              <li style={{ '--w': Math.max(1, Math.round(item.went.lengthMs / MINUTE_MS)) }}>
                <i aria-hidden="true" />
                <Title item={item} /> <span class={styles.time}>{clockTime(item.went.at)}</span>{' '}
                <span class={styles.plan}>
                  <Show when={item.planned} fallback={t().notPlanned}>
                    {(planned) => (
                      <Show when={clockTime(planned().at) !== clockTime(item.went.at)}>
                        {t().planned(clockTime(planned().at))}
                      </Show>
                    )}
                  </Show>
                </span>{' '}
                <span class={styles.plan}>{lasted(item)}</span>
              </li>
            )}
          </For>
          <li class={styles.end}>
            <i aria-hidden="true" />
            <span class={styles.name}>{t().end}</span>{' '}
            <span class={styles.time}>{clockTime(props.left.length.to)}</span>
          </li>
        </ol>
      </Show>
      <Show when={notReached().length > 0}>
        <Show when={props.left.stepped}>
          <h3 class={styles.notReached}>{t().notReached}</h3>
        </Show>
        <ul class={styles.rest}>
          <For each={notReached()}>
            {(item) => (
              <li>
                <Title item={item} />{' '}
                <span class={styles.plan}>
                  {item.planned &&
                    `${t().planned(clockTime(item.planned.at))}, ${t().length(item.planned.minutes * MINUTE_MS)}`}
                </span>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Show>
  );

  function lasted({ went, planned }: Reached): string {
    const length = t().length(went.lengthMs);
    return planned && Math.floor(went.lengthMs / MINUTE_MS) !== planned.minutes
      ? t().lasted(length, t().length(planned.minutes * MINUTE_MS))
      : length;
  }
}

function Title(props: { readonly item: ItemAfterwards }) {
  const agenda = useWords(agendaWords);
  return (
    <span class={styles.name} lang={PROGRAMME_LANGUAGE}>
      {titleInWords(props.item, agenda().pause)}
    </span>
  );
}
