import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js';

/** Whether a list that scrolls has rows below what is seen of it, so that it can show that it goes on, and whether it scrolls at all. */
export function createMoreBelow(count: Accessor<number>): {
  readonly isMore: Accessor<boolean>;
  readonly scrolls: Accessor<boolean>;
  /** Takes the list. */
  readonly watch: (list: HTMLElement) => void;
} {
  const [isMore, setIsMore] = createSignal(false);
  const [scrolls, setScrolls] = createSignal(false);
  let watched: HTMLElement | undefined;

  function look(): void {
    if (!watched) return;
    const { scrollHeight, scrollTop, clientHeight } = watched;
    setScrolls(scrollHeight - clientHeight > 1);
    setIsMore(scrollHeight - scrollTop - clientHeight > 1);
  }

  const resized = new ResizeObserver(look);
  onCleanup(() => resized.disconnect());
  // Where the list has no room to grow, a new row changes nothing but what is below.
  createEffect(on(count, look));
  return {
    isMore,
    scrolls,
    watch(list) {
      resized.disconnect();
      resized.observe(list);
      list.addEventListener('scroll', look, { passive: true });
      watched = list;
    },
  };
}
