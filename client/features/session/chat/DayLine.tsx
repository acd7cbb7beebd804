import { Show } from 'solid-js';
import { daysBetween, longDate } from '../../../platform/dates.ts';
import { language } from '../../../platform/language.ts';
import { serverNow } from '../../../platform/server-clock.ts';
import styles from './ChatPanel.module.css';

/** The date, where a new day begins. Today needs no line at the top: it is what one expects. */
export function DayLine(props: { readonly at: number; readonly before: number | undefined }) {
  const begins = () =>
    props.before === undefined
      ? daysBetween(props.at, serverNow()) !== 0
      : daysBetween(props.before, props.at) !== 0;
  return (
    <Show when={begins()}>
      <li class={styles.day}>{longDate(language(), props.at)}</li>
    </Show>
  );
}
