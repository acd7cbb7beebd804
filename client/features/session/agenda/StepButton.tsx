import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { heedful } from '../../../ui/heed.ts';
import type { AgendaStore } from './agenda-store.ts';
import styles from './StepButton.module.css';
import { words } from './words.ts';

/** What comes before the next step of the agenda: done by the same button, in its words. */
type First = { readonly words: string; readonly act: () => unknown };

/** The one filled button of whoever steers: the next step of the agenda, or what comes before it. */
export function StepButton(props: {
  readonly agenda: AgendaStore;
  readonly first?: First | undefined;
  /** Something else comes before it just now, and is the one that is filled. */
  readonly rests?: boolean | undefined;
}) {
  const t = useWords(words);
  const nextId = () => props.agenda.next()?.item.id;
  const press = heedful(
    () => (props.first ? 'first' : nextId()),
    () => {
      if (props.first) return props.first.act();
      const id = nextId();
      // Pressed again it would skip an item when the first press gets through.
      if (id && !props.agenda.waits()) props.agenda.stepTo(id);
    },
  );
  const label = () => {
    const waits = props.agenda.waits();
    if (waits) return t().stepWaits[waits];
    if (props.first) return props.first.words;
    const title = props.agenda.next()?.item.title ?? '';
    return props.agenda.current() ? t().stepTo(title) : t().startWith(title);
  };
  return (
    <Show when={props.first !== undefined || props.agenda.next() !== null}>
      <p class={styles.step}>
        <Button
          look={props.rests ? 'plain' : 'filled'}
          class={styles.button}
          aria-disabled={props.agenda.waits() !== undefined}
          {...press}
        >
          {label()}
        </Button>
      </p>
    </Show>
  );
}
