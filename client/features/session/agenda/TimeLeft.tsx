import { Show } from 'solid-js';
import { clockTime } from '../../../platform/dates.ts';
import { useWords } from '../../../platform/language.ts';
import type { AgendaStore } from './agenda-store.ts';
import { words } from './words.ts';

/**
 * "12 min igjen", of a pause "8 min igjen, tilbake 10:40", and while all rest in the midst of something else "pause til
 * 10:40": in words, by the server's clock.
 */
export function TimeLeft(props: { readonly agenda: AgendaStore; readonly withReturn?: boolean }) {
  const t = useWords(words);
  return (
    <Show
      when={props.agenda.restUntil()}
      fallback={
        <Show when={props.agenda.minutesLeft() !== null}>
          {t().left(props.agenda.minutesLeft() ?? 0)}
          <Show when={props.withReturn && props.agenda.pauseUntil()}>
            {(until) => <>{`, ${t().backAt(clockTime(until()))}`}</>}
          </Show>
        </Show>
      }
    >
      {(until) => <>{t().restUntil(clockTime(until()))}</>}
    </Show>
  );
}
