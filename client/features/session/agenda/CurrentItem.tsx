import { createEffect, onCleanup, Show } from 'solid-js';
import type { AgendaItem } from '#shared/features/session/agenda/model.ts';
import { clockTime } from '../../../platform/dates.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { LiveBead } from '../../../ui/Thread.tsx';
import type { AgendaStore } from './agenda-store.ts';
import { titleInWords } from './agenda-time.ts';
import styles from './CurrentItem.module.css';
import { TimeLeft } from './TimeLeft.tsx';
import { words } from './words.ts';

/** What is going on just now, in two lines: how far we have come, its name, and how long it lasts. */
export function CurrentItem(props: {
  readonly agenda: AgendaStore;
  /** What this session is called: shown here where it has no line of its own, and heard as the heading of the page. */
  readonly session: string;
  /** For whoever leads: that they do, shown in the same way. What comes next stands on their own button. */
  readonly lead: string | undefined;
  /** Whether the name has room for all of it. */
  readonly onNameCut: (cut: boolean) => void;
}) {
  const t = useWords(words);
  const next = () => props.agenda.next()?.item.title ?? '';
  const then = () => {
    const item = props.agenda.next()?.item;
    return item ? t().thenItem(titleInWords(item, t().pause)) : t().thatIsLast;
  };
  /** The most that is said of the time of an item. */
  const longest = ({ kind }: AgendaItem) =>
    kind === 'pause' ? `${t().left(0)}, ${t().backAt(clockTime(0))}` : t().left(0);
  const InSession = () => (
    <span class={styles.inSession} aria-hidden="true">
      {t().inSession(props.session)}
      {props.agenda.current() ? ',' : ''}
    </span>
  );
  return (
    <Show
      when={props.agenda.current()}
      fallback={
        <div class={styles.item}>
          <p class={styles.count}>
            <span>{t().notBegun}</span> <InSession />
          </p>
          <p class={styles.name} data-part="name" lang={PROGRAMME_LANGUAGE}>
            {t().firstIs(next())}
          </p>
        </div>
      }
    >
      {(current) => (
        <div class={styles.item} data-kind={current().item.kind}>
          <p class={styles.live}>
            <LiveBead />
            <strong>{t().now}</strong> <InSession />{' '}
            <span>{t().countOf(props.agenda.currentPlace(), props.agenda.items().length)}</span>{' '}
            <Show when={props.lead}>
              <span class={styles.lead} aria-hidden="true">
                {props.lead}
              </span>
            </Show>{' '}
            <span class={styles.then}>{then()}</span>
          </p>
          <Name words={titleInWords(current().item, t().pause)} onCut={props.onNameCut} />
          <p class={styles.time} data-longest={longest(current().item)}>
            <TimeLeft agenda={props.agenda} withReturn />
          </p>
        </div>
      )}
    </Show>
  );
}

function Name(props: { readonly words: string; readonly onCut: (cut: boolean) => void }) {
  let name: HTMLParagraphElement | undefined;
  const measure = () => {
    if (name) props.onCut(name.scrollWidth > name.clientWidth + 1);
  };
  const resized = new ResizeObserver(measure);
  createEffect(() => {
    props.words;
    measure();
  });
  onCleanup(() => {
    resized.disconnect();
    props.onCut(false);
  });
  return (
    <p
      ref={(element) => {
        name = element;
        resized.observe(element);
      }}
      class={styles.name}
      data-part="name"
    >
      {props.words}
    </p>
  );
}
