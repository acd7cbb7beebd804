import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import type { AgendaStore } from './agenda-store.ts';
import { words } from './words.ts';

/** "12 min igjen, så Grupperom": in words, from the server's clock, four times a minute. */
export function TimeLeft(props: { readonly agenda: AgendaStore; readonly withNext?: boolean }) {
  const t = useWords(words);
  const next = () => {
    const item = props.agenda.next()?.item;
    return item ? t().thenItem(item.title) : t().thatIsLast;
  };
  return (
    <Show when={props.agenda.minutesLeft() !== null}>
      {t().left(props.agenda.minutesLeft() ?? 0)}
      <Show when={props.withNext}>
        <span data-part="next">, {next()}</span>
      </Show>
    </Show>
  );
}
