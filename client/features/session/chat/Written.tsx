import { For } from 'solid-js';
import { writtenParts } from './written-parts.ts';

/** What somebody wrote, as text alone. An address reads as it is, whatever marks of direction stand around it. */
export function Written(props: { readonly text: string }) {
  return (
    <For each={writtenParts(props.text)}>
      {(part, nth) => (nth() % 2 === 1 ? <bdi dir="ltr">{part}</bdi> : part)}
    </For>
  );
}
