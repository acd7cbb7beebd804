import { createEffect, createSignal, on, onCleanup, onMount, Show } from 'solid-js';
import { clockTime } from '../../../platform/dates.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import type { AgendaStore } from './agenda-store.ts';
import styles from './ItemNote.module.css';
import { words } from './words.ts';

export type ItemNoteProps = {
  readonly agenda: AgendaStore;
  /** What the session is called, until an item is current. */
  readonly title: string;
  /** The text stands large on the stage already: then only what comes after it is said here. */
  readonly onStage: boolean;
};

/**
 * What one does just now, in two lines over the faces; the rest of a long text comes by a press. It is always as high,
 * whatever it says, so that the next item moves nothing that somebody is about to press.
 */
export function ItemNote(props: ItemNoteProps) {
  const t = useWords(words);
  const current = () => props.agenda.current()?.item;
  return (
    <section class={styles.note} aria-label={props.onStage ? t().next : t().whatWeDo}>
      <Show
        when={props.onStage}
        fallback={
          <>
            <h2 class="visually-hidden">{current()?.title ?? props.title}</h2>
            <About text={current()?.about || t().nothingWritten[current()?.kind ?? 'notBegun']} />
          </>
        }
      >
        <p class={styles.text}>
          <Show when={props.agenda.next()} fallback={t().nothingAfter}>
            {(next) => (
              <>
                <span class={styles.quiet}>{current() ? t().next : t().first}</span>{' '}
                <b>{next().item.title}</b>{' '}
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

function About(props: { readonly text: string }) {
  const t = useWords(words);
  const [open, setOpen] = createSignal(false);
  const [cut, setCut] = createSignal(false);
  let text: HTMLParagraphElement | undefined;
  let toggle: HTMLButtonElement | undefined;
  const measure = () => {
    if (!text || open()) return;
    const isCut = text.scrollHeight > text.clientHeight + 1;
    // The button goes with the need for it: whoever stood on it stays beside.
    if (!isCut && toggle && document.activeElement === toggle) text.focus();
    setCut(isCut);
  };
  onMount(() => {
    const resized = new ResizeObserver(measure);
    if (text) resized.observe(text);
    onCleanup(() => resized.disconnect());
  });
  createEffect(
    on(
      () => props.text,
      () => {
        setOpen(false);
        measure();
      },
    ),
  );
  return (
    <>
      <p
        ref={text}
        class={open() ? styles.all : styles.text}
        // What scrolls must be reached by the keyboard.
        tabindex={open() ? 0 : -1}
      >
        {props.text}
      </p>
      <Show when={cut()}>
        <Button
          ref={toggle}
          look="quiet"
          size="small"
          class={styles.toggle}
          aria-expanded={open()}
          onClick={() => setOpen(!open())}
        >
          {open() ? t().showLess : t().readAll}
        </Button>
      </Show>
    </>
  );
}
