import { Show } from 'solid-js';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { LiveBead } from '../../../ui/Thread.tsx';
import type { AgendaStore } from './agenda-store.ts';
import styles from './CurrentItem.module.css';
import { TimeLeft } from './TimeLeft.tsx';
import { words } from './words.ts';

/** What is going on just now, in two lines: how far we have come, its name, and how long it lasts. */
export function CurrentItem(props: { readonly agenda: AgendaStore }) {
  const t = useWords(words);
  const next = () => props.agenda.next()?.item.title ?? '';
  return (
    <Show
      when={props.agenda.current()}
      fallback={
        <div class={styles.item}>
          <p class={styles.count}>{t().notBegun}</p>
          <p class={styles.name} lang={PROGRAMME_LANGUAGE}>
            {t().firstIs(next())}
          </p>
        </div>
      }
    >
      {(current) => (
        <div class={styles.item}>
          <p class={styles.live}>
            <LiveBead />
            <strong>{t().now}</strong>{' '}
            {t().countOf(props.agenda.currentPlace(), props.agenda.items().length)}
          </p>
          <p class={styles.name}>{current().item.title}</p>
          <p class={styles.time}>
            <TimeLeft agenda={props.agenda} withNext />
          </p>
        </div>
      )}
    </Show>
  );
}
