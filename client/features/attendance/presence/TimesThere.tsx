import { For } from 'solid-js';
import type { Span } from '#shared/features/session/afterwards/model.ts';
import { clockTime } from '../../../platform/dates.ts';
import { useWords } from '../../../platform/language.ts';
import styles from './Presence.module.css';
import { words } from './words.ts';

/** When one was there, on the line from the session's beginning to its end. For oneself alone. */
export function TimesThere(props: { readonly times: readonly Span[]; readonly length: Span }) {
  const t = useWords(words);
  const all = () => props.length.to - props.length.from;
  const said = () =>
    props.times.map(({ from, to }) => t().fromTo(clockTime(from), clockTime(to))).join(', ');
  const share = (ms: number) => `${(100 * ms) / Math.max(1, all())}%`;
  return (
    <>
      <div class={styles.bar} role="img" aria-label={t().picture(said())}>
        <For each={props.times}>
          {({ from, to }) => (
            <i style={{ left: share(from - props.length.from), width: share(to - from) }} />
          )}
        </For>
      </div>
      <p class={styles.ends} aria-hidden="true">
        <span>{clockTime(props.length.from)}</span> <span>{clockTime(props.length.to)}</span>
      </p>
    </>
  );
}
