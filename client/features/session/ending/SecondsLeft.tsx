import { createSignal, onCleanup, Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { secondsUntil } from '../../../platform/server-clock.ts';
import type { EndingStore } from './ending-store.ts';
import { words } from './words.ts';

const TICK_MS = 1_000;

/** How long it still takes, for the eye alone: it was said once, and nobody is to hear every second. */
export function SecondsLeft(props: { readonly ending: EndingStore }) {
  const t = useWords(words);
  const left = () => secondsUntil(props.ending.endsAt() ?? 0);
  const [count, setCount] = createSignal(left());
  const timer = setInterval(() => setCount(left()), TICK_MS);
  onCleanup(() => clearInterval(timer));
  return (
    <Show when={count() > 0}>
      {' '}
      <span aria-hidden="true">{t().secondsLeft(count())}</span>
    </Show>
  );
}
