import { type Accessor, createEffect, on, onCleanup } from 'solid-js';

/**
 * Keeps one's own row of the queue in sight as it moves up, and where the list gets lower. Not for a teacher: who comes
 * first stays in sight, and nothing moves under what they are about to press.
 * @returns what takes the list, whose rows are the hands
 */
export function createOwnRowInView(queue: {
  /** 1 is the first row; 0 is none. */
  readonly row: Accessor<number>;
  readonly steers: Accessor<boolean>;
}): (list: HTMLOListElement) => void {
  let shown: HTMLOListElement | undefined;

  function bringIn(): void {
    const row = shown?.children[queue.row() - 1];
    if (!shown || !row) return;
    const [list, own] = [shown.getBoundingClientRect(), row.getBoundingClientRect()];
    if (own.bottom > list.bottom) shown.scrollTop += own.bottom - list.bottom;
    else if (own.top < list.top) shown.scrollTop -= list.top - own.top;
  }

  const resized = new ResizeObserver(() => {
    if (!queue.steers()) bringIn();
  });
  onCleanup(() => resized.disconnect());
  createEffect(
    on(queue.row, () => {
      if (!queue.steers()) bringIn();
    }),
  );
  return (list) => {
    resized.disconnect();
    resized.observe(list);
    shown = list;
  };
}
