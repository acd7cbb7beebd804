import { type Accessor, createComputed, createMemo, createSignal, on } from 'solid-js';

/** As long as a hand needs to stop a press that it has begun, and the eye to see what the button does now. */
export const HEED_MS = 1_000;

export type Heed = {
  /** The button does something else from now on. */
  readonly changed: () => void;
  /** Whether this press can be meant for what the button does now. */
  readonly heeds: (press: Pick<MouseEvent, 'detail'>) => boolean;
  /** Whether it heeds none at all just now. */
  readonly rests: Accessor<boolean>;
};

/** Tells one intention from the second half of a double press, and from a press that was meant for what stood there. */
export function createHeed(): Heed {
  const [rests, setRests] = createSignal(false);
  let over: ReturnType<typeof setTimeout> | undefined;
  return {
    changed() {
      clearTimeout(over);
      setRests(true);
      over = setTimeout(() => setRests(false), HEED_MS);
    },
    heeds: ({ detail }) => detail <= 1 && !rests(),
    rests,
  };
}

export type HeedfulPress = {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
};

/** The same for a button whose words do not tell that it means something else now: while it rests, it says and shows so. */
export type RestingPress = HeedfulPress & { readonly 'aria-disabled': true | undefined };

/**
 * What a button listens to when a press too many would do something else: it does nothing by a key that is held, by the
 * second press of a double one, and for a second after it got another target, whoever did that. It can be pressed all
 * the while, so that nobody loses the focus. Its words change with the target: that tells enough.
 */
export function heedful<T>(target: Accessor<T>, act: (target: T) => void): HeedfulPress {
  return pressOf(createHeed(), target, act);
}

/**
 * The same for a button that keeps its words, as "Gi ordet til neste": in that second it rests.
 * @param also `appeared`: it stands where something else stood a moment ago. `rests`: it rests for another reason too.
 */
export function heedfulAtRest<T>(
  target: Accessor<T>,
  act: (target: T) => void,
  also: { readonly appeared?: boolean; readonly rests?: Accessor<boolean> } = {},
): RestingPress {
  const heed = createHeed();
  if (also.appeared) heed.changed();
  return {
    ...pressOf(heed, target, act),
    get 'aria-disabled'() {
      return heed.rests() || also.rests?.() || undefined;
    },
  };
}

function pressOf<T>(heed: Heed, target: Accessor<T>, act: (target: T) => void): HeedfulPress {
  // A target that is found anew and is the same one, is no other.
  const aim = createMemo(target);
  createComputed(on(aim, heed.changed, { defer: true }));
  return {
    onKeyDown(event) {
      if (event.repeat && event.key === 'Enter') event.preventDefault();
    },
    onClick(event) {
      if (heed.heeds(event)) act(aim());
    },
  };
}
