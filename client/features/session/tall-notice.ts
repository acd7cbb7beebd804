import { createSignal, onCleanup } from 'solid-js';

type Tall = {
  /**
   * What gives way to it: of what we do now the line above its name, or also the room beside the corner; without an agenda
   * the title.
   */
  readonly takes: 'plan' | 'row' | 'title';
  /** So far up goes the name of what we do now, or down the line beside the title, to stay in sight. In pixels. */
  readonly by: number;
};

/** What stands over a notice: the title's row, and what we do now under it. In pixels. */
type Over = {
  readonly row: number;
  /** The line in the row that is to stay, with what is above it. */
  readonly line: number;
  /** `pad` is empty at its foot. `nameAt` is from its top. Undefined without an agenda. */
  readonly plan:
    | {
        readonly height: number;
        readonly pad: number;
        readonly nameAt: number;
        readonly name: number;
      }
    | undefined;
};

/** Letters without the air about them. */
const NAME_NEEDS = 18;

/** A notice that is higher than what it lies over reaches up over what stands above, by `over`. Nothing moves but words. */
export function tallNotice(over: number, { row, line, plan }: Over): Tall | undefined {
  // Parts of a pixel are no height.
  if (over <= 1) return undefined;
  if (!plan) return { takes: 'title', by: Math.max(0, (row - over - line) / 2) };
  if (over <= plan.pad) return undefined;
  const left = plan.height - over;
  const free = left - plan.name;
  return left >= NAME_NEEDS
    ? { takes: 'plan', by: plan.nameAt - Math.min(free / 2, free) }
    : { takes: 'row', by: plan.nameAt - free };
}

/** Keeps up with the notice that stands, with the title, and with the mark that stands at the notice's end. */
export function createTallNotice() {
  const [tall, set] = createSignal<Tall>();
  const [beside, setBeside] = createSignal(0);
  const [markWidth, setMarkWidth] = createSignal(0);
  let title: HTMLElement | undefined;
  let notices: HTMLElement | undefined;
  const measure = () => {
    if (!title || !notices) return;
    const over = notices.offsetHeight - (notices.parentElement?.offsetHeight ?? 0);
    const about = title.querySelector('p');
    const corner = title.querySelector<HTMLElement>('[data-corner]');
    setBeside(corner ? corner.getBoundingClientRect().left : title.offsetWidth);
    set(
      tallNotice(over, {
        row: title.offsetHeight,
        line: (about?.offsetHeight ?? 0) + padding(title, 'paddingTop'),
        plan: measurePlan(title),
      }),
    );
  };
  const resized = new ResizeObserver(measure);
  // As wide as its word is in this language and size of text: what stands beside it ends where it begins.
  const markResized = new ResizeObserver(([seen]) => {
    setMarkWidth(seen?.borderBoxSize[0]?.inlineSize ?? 0);
  });
  onCleanup(() => {
    resized.disconnect();
    markResized.disconnect();
  });
  const watched = (element: HTMLElement) => {
    resized.observe(element);
    return element;
  };
  return {
    takes: () => tall()?.takes,
    sizes: () => ({
      '--give-way': `${tall()?.by ?? 0}px`,
      '--beside-corner': `${beside()}px`,
      '--sign-width': `${markWidth()}px`,
    }),
    title: (element: HTMLElement) => {
      title = watched(element);
    },
    notices: (element: HTMLElement) => {
      notices = watched(element);
    },
    mark: (element: HTMLElement) => markResized.observe(element),
  };
}

function measurePlan(title: HTMLElement): Over['plan'] {
  const plan = title.nextElementSibling;
  const name = plan?.querySelector<HTMLElement>('[data-part="name"]');
  // The line above it never moves: the name itself may have gone up already.
  const above = name?.previousElementSibling;
  if (!plan || !name || !above) return undefined;
  const { top, height } = plan.getBoundingClientRect();
  const nameAt = above.getBoundingClientRect().bottom - top;
  return { height, pad: padding(plan, 'paddingBottom'), nameAt, name: name.offsetHeight };
}

const padding = (element: Element, side: 'paddingTop' | 'paddingBottom'): number =>
  Number.parseFloat(getComputedStyle(element)[side]);
