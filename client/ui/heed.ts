import { type Accessor, createComputed, createMemo, on } from 'solid-js';
import type { Instant } from '#shared/kernel/duration.ts';

/** As long as a hand needs to stop a press that it has begun, and the eye to see what the button does now. */
export const HEED_MS = 1_000;

export type Heed = {
  /** The button does something else from now on. */
  readonly changed: () => void;
  /** Whether this press can be meant for what the button does now. */
  readonly heeds: (press: Pick<MouseEvent, 'detail'>) => boolean;
};

/** Tells one intention from the second half of a double press, and from a press that was meant for what stood there. */
export function createHeed(): Heed {
  let changedAt: Instant | undefined;
  return {
    changed() {
      changedAt = Date.now();
    },
    heeds: ({ detail }) =>
      detail <= 1 && (changedAt === undefined || Date.now() - changedAt >= HEED_MS),
  };
}

export type HeedfulPress = {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
};

/**
 * What a button listens to when a press too many would do something else: it does nothing by a key that is held, by the
 * second press of a double one, and for a second after it got another target, whoever did that. It can be pressed all
 * the while and looks the same, so that nobody loses the focus or hears it go away and come back.
 * @param appeared it stands where something else stood a moment ago
 */
export function heedful<T>(
  target: Accessor<T>,
  act: (target: T) => void,
  appeared = false,
): HeedfulPress {
  const heed = createHeed();
  if (appeared) heed.changed();
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
