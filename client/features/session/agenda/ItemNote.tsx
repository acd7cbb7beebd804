import { Show } from 'solid-js';
import { clockTime } from '../../../platform/dates.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import type { AgendaStore } from './agenda-store.ts';
import { titleInWords } from './agenda-time.ts';
import styles from './ItemNote.module.css';
import text from './ItemText.module.css';
import { ItemText } from './ItemText.tsx';
import { words } from './words.ts';

export type ItemNoteProps = {
  readonly agenda: AgendaStore;
  /** What the session is called, until an item is current. */
  readonly title: string;
  /** The text stands large on the stage already: then only what comes after it is said here. */
  readonly onStage: boolean;
  /** The line above has no room for the whole name. */
  readonly nameIsCut: boolean;
  /** Opens the agenda, where name and text stand whole: the way to them in a window so low that they have no room here. */
  readonly onReadAll: () => void;
};

/**
 * What one does just now, in two lines over the faces; the rest of a long text comes by a press. It is always as high,
 * whatever it says, so that the next item moves nothing that somebody is about to press.
 */
export function ItemNote(props: ItemNoteProps) {
  const t = useWords(words);
  const current = () => props.agenda.current()?.item;
  /** What is said of a break stands in the agenda as its own words would. */
  const hasMore = () => current()?.about || current()?.kind === 'pause' || props.nameIsCut;
  return (
    <section class={styles.note} aria-label={props.onStage ? t().next : t().whatWeDo}>
      <Show
        when={props.onStage}
        fallback={
          <>
            <h2 class="visually-hidden">{current()?.title ?? props.title}</h2>
            <ItemText
              text={current()?.about || t().nothingWritten[current()?.kind ?? 'notBegun']}
            />
            <Show when={hasMore()}>
              <Button
                look="quiet"
                size="small"
                class={styles.way}
                data-way=""
                onClick={() => props.onReadAll()}
              >
                {t().readAll}
              </Button>
            </Show>
          </>
        }
      >
        <p class={text.text}>
          <Show when={props.agenda.next()} fallback={t().nothingAfter}>
            {(next) => (
              <>
                <span class={styles.quiet}>{current() ? t().next : t().first}</span>{' '}
                <b>{titleInWords(next().item, t().pause)}</b>{' '}
                <span class={styles.quiet}>
                  {clockTime(props.agenda.nextAt() ?? next().startsAt)}
                </span>
              </>
            )}
          </Show>
        </p>
      </Show>
    </section>
  );
}
