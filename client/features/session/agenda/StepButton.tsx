import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { heedful } from '../../../ui/heed.ts';
import type { AgendaStore } from './agenda-store.ts';
import styles from './StepButton.module.css';
import { words } from './words.ts';

/** The one filled button of whoever steers: the next step of the agenda. */
export function StepButton(props: { readonly agenda: AgendaStore }) {
  const t = useWords(words);
  const label = (title: string) =>
    props.agenda.current() ? t().stepTo(title) : t().startWith(title);
  const press = heedful(
    () => props.agenda.next()?.item.id,
    (id) => {
      // Pressed again it would skip an item when the first press gets through.
      if (id && !props.agenda.waits()) props.agenda.stepTo(id);
    },
  );
  const stepWaits = () => {
    const waits = props.agenda.waits();
    return waits && t().stepWaits[waits];
  };
  return (
    <Show when={props.agenda.next()}>
      {(next) => (
        <p class={styles.step}>
          <Button
            look="filled"
            class={styles.button}
            aria-disabled={props.agenda.waits() !== undefined}
            {...press}
          >
            {stepWaits() ?? label(next().item.title)}
          </Button>
        </p>
      )}
    </Show>
  );
}
