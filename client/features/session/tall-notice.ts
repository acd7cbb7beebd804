import { createSignal, onCleanup } from 'solid-js';

type Tall = {
  /** How much of the title's row it takes: what stands there besides the title still has a line, or nothing has. */
  readonly takes: 'title' | 'row';
  /** So far up goes what we do now, to stay in sight, and so much higher it is, to leave no gap. In pixels. */
  readonly up: number;
  readonly grows: number;
  /** So far down stands the line, to be in the middle of what is left of the row. */
  readonly down: number;
};

/**
 * A notice that is higher than what it lies over reaches up over what stands above. `over`: by how much; `row` and `line`:
 * the heights of the title's row, and of the line in it that is to stay.
 */
export function tallNotice(over: number, row: number, line: number): Tall | undefined {
  // Parts of a pixel are no height.
  if (over <= 1) return undefined;
  if (row - over >= line)
    return { takes: 'title', up: over, grows: 0, down: (row - over - line) / 2 };
  return { takes: 'row', up: row, grows: Math.max(0, row - over), down: 0 };
}

/** Keeps up with the notice that stands, and with the title. */
export function createTallNotice() {
  const [tall, set] = createSignal<Tall>();
  let title: HTMLElement | undefined;
  let notices: HTMLElement | undefined;
  const measure = () => {
    if (!title || !notices) return;
    const over = notices.offsetHeight - (notices.parentElement?.offsetHeight ?? 0);
    const about = title.querySelector('p');
    const { paddingTop } = getComputedStyle(title);
    set(
      tallNotice(
        over,
        title.offsetHeight,
        (about?.offsetHeight ?? 0) + Number.parseFloat(paddingTop),
      ),
    );
  };
  const resized = new ResizeObserver(measure);
  onCleanup(() => resized.disconnect());
  const watched = (element: HTMLElement) => {
    resized.observe(element);
    return element;
  };
  return {
    takes: () => tall()?.takes,
    sizes: () => ({
      '--plan-up': `${tall()?.up ?? 0}px`,
      '--plan-grows': `${tall()?.grows ?? 0}px`,
      '--line-down': `${tall()?.down ?? 0}px`,
    }),
    title: (element: HTMLElement) => {
      title = watched(element);
    },
    notices: (element: HTMLElement) => {
      notices = watched(element);
    },
  };
}
