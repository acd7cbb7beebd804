import { createMemo, For, type JSX, Show } from 'solid-js';

/**
 * A list whose rows stand as long as what they are of does: each answer of a query is new objects, and a row that is made anew
 * takes the focus, and what is begun in it, away. Another order moves the rows.
 */
export function KeyedList<Item>(props: {
  readonly each: readonly Item[];
  readonly keyOf: (item: Item) => string;
  readonly children: (item: () => Item) => JSX.Element;
}) {
  const byKey = createMemo(() => new Map(props.each.map((item) => [props.keyOf(item), item])));
  return (
    <For each={[...byKey().keys()]}>
      {(key) => <Show when={byKey().get(key)}>{(item) => props.children(item)}</Show>}
    </For>
  );
}
