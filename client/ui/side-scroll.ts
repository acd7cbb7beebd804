import { type Accessor, createSignal, onCleanup } from 'solid-js';

/** On which sides a row that scrolls has more than is seen. */
export type MoreAside = 'before' | 'after' | 'both' | undefined;

/**
 * Watches a row that scrolls sideways, so that its edge can hint at what follows, and keeps in sight what has the focus
 * in it. Cleaned up by Solid.
 */
export function createSideScroll(): {
  readonly more: Accessor<MoreAside>;
  readonly watch: (row: HTMLElement) => void;
} {
  const [more, setMore] = createSignal<MoreAside>();
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      showFocused(target);
      look(target);
    }
  });
  onCleanup(() => observer.disconnect());
  function look(row: Element): void {
    // Half pixels come of zooming, and are nothing to scroll to.
    const before = row.scrollLeft > 1;
    const after = row.scrollLeft + row.clientWidth < row.scrollWidth - 1;
    setMore(before && after ? 'both' : before ? 'before' : after ? 'after' : undefined);
  }
  // A browser may take what lies half under the edge for being in sight.
  function showFocused(row: Element): void {
    const focused = row.contains(document.activeElement) ? document.activeElement : null;
    focused?.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  }
  return {
    more,
    watch(row) {
      row.addEventListener('focusin', () => showFocused(row));
      observer.observe(row);
      row.addEventListener('scroll', () => look(row), { passive: true });
    },
  };
}
