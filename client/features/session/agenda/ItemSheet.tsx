import { Show } from 'solid-js';
import { clockTime } from '../../../platform/dates.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { SlackThread } from '../../../ui/Thread.tsx';
import type { AgendaStore } from './agenda-store.ts';
import styles from './ItemSheet.module.css';
import { TimeLeft } from './TimeLeft.tsx';
import { words } from './words.ts';

/** What we do now, large: the current item, what one does in it, how long it lasts and what comes next. */
export function ItemSheet(props: {
  readonly agenda: AgendaStore;
  readonly title: string;
  /** What comes next is said elsewhere. */
  readonly withoutNext?: boolean;
}) {
  const t = useWords(words);
  const current = () => props.agenda.current();
  return (
    <article class={styles.sheet} tabindex="0" aria-labelledby="now-title">
      <header class={styles.top}>
        <h2 id="now-title" lang={PROGRAMME_LANGUAGE}>
          {current()?.item.title ?? props.title}
        </h2>
        <p class={styles.left}>
          <Show when={current()} fallback={t().notBegun}>
            <TimeLeft agenda={props.agenda} />
          </Show>
        </p>
      </header>
      <Show
        when={current()?.item.about}
        fallback={
          <div class={styles.calm}>
            <SlackThread />
            <p>{t().nothingWritten[current()?.item.kind ?? 'notBegun']}</p>
          </div>
        }
      >
        {(about) => <p class={styles.about}>{about()}</p>}
      </Show>
      <Show when={!props.withoutNext && props.agenda.next()}>
        {(next) => (
          <div class={styles.next}>
            <h3>{current() ? t().next : t().first}</h3>
            <p>
              {next().item.title}
              <span>{clockTime(props.agenda.nextAt() ?? next().startsAt)}</span>
            </p>
          </div>
        )}
      </Show>
    </article>
  );
}
