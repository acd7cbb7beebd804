import { type Accessor, createSignal, onCleanup } from 'solid-js';
import type { Instant } from '#shared/kernel/duration.ts';

/**
 * Where the pointer and the keyboard are in relation to the tiles. A pointer that was left lying there is not about to
 * press anything, or the stage would never again show who speaks.
 */
export type Nearness = {
  /** When the pointer last moved over the tiles; null when it is elsewhere. */
  readonly pointerAt: Instant | null;
  /** The keyboard's focus is on something in a tile. */
  readonly focusInside: boolean;
};

/** Longer than it takes to find a small button with a shaking hand. */
export const REST_MS = 10_000;

export const FAR_AWAY: Nearness = { pointerAt: null, focusInside: false };

export type NearnessEvent =
  | { readonly type: 'pointer-moved' }
  /** A finger leaves before its press counts: only a mouse is gone when it leaves. */
  | { readonly type: 'pointer-left'; readonly finger: boolean }
  | { readonly type: 'focus'; readonly inside: boolean }
  /** One has pressed, and expects to see what it did. */
  | { readonly type: 'pressed' };

export function nextNearness(before: Nearness, event: NearnessEvent, now: Instant): Nearness {
  switch (event.type) {
    case 'pointer-moved':
      return { ...before, pointerAt: now };
    case 'pointer-left':
      return event.finger ? before : { ...before, pointerAt: null };
    case 'focus':
      return { ...before, focusInside: event.inside };
    case 'pressed':
      return FAR_AWAY;
    default:
      return event satisfies never;
  }
}

export function isPointedAt({ pointerAt }: Nearness, now: Instant): boolean {
  return pointerAt !== null && now - pointerAt < REST_MS;
}

export function isAboutToPress(nearness: Nearness, now: Instant): boolean {
  return nearness.focusInside || isPointedAt(nearness, now);
}

export type AboutToPress = {
  /** Something in the tiles may be pressed any moment: nothing there may move by itself. */
  readonly holds: Accessor<boolean>;
  /** The same by a pointer alone: what has the keyboard's focus is pressed wherever it moves. */
  readonly pointed: Accessor<boolean>;
  /** Watches an element that holds tiles, until Solid cleans up. */
  readonly watch: (element: HTMLElement) => void;
  readonly pressed: () => void;
};

/** Follows the pointer and the focus over all watched elements. */
export function createAboutToPress(): AboutToPress {
  let nearness = FAR_AWAY;
  let resting: ReturnType<typeof setTimeout> | undefined;
  const [holds, setHolds] = createSignal(false);
  const [pointed, setPointed] = createSignal(false);
  const judge = () => {
    const now = Date.now();
    setPointed(isPointedAt(nearness, now));
    setHolds(isAboutToPress(nearness, now));
    clearTimeout(resting);
    if (nearness.pointerAt !== null && now - nearness.pointerAt < REST_MS)
      resting = setTimeout(judge, nearness.pointerAt + REST_MS - now);
  };
  const happened = (event: NearnessEvent) => {
    nearness = nextNearness(nearness, event, Date.now());
    judge();
  };
  onCleanup(() => clearTimeout(resting));
  return {
    holds,
    pointed,
    pressed: () => happened({ type: 'pressed' }),
    watch(element) {
      const moved = () => happened({ type: 'pointer-moved' });
      const left = (event: PointerEvent) =>
        happened({ type: 'pointer-left', finger: event.pointerType !== 'mouse' });
      // A mouse's click leaves focus behind that is not shown: only focus that one sees means a person at the keyboard.
      const focused = (event: FocusEvent) =>
        happened({ type: 'focus', inside: isShown(event.target) });
      const blurred = (event: FocusEvent) => {
        const to = event.relatedTarget;
        const inside = to instanceof Node && element.contains(to) && isShown(to);
        happened({ type: 'focus', inside });
      };
      element.addEventListener('pointermove', moved);
      element.addEventListener('pointerdown', moved);
      element.addEventListener('pointerleave', left);
      element.addEventListener('focusin', focused);
      element.addEventListener('focusout', blurred);
      // Tiles that are taken down under the pointer tell nobody that it left.
      onCleanup(() => happened({ type: 'pressed' }));
    },
  };
}

const isShown = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches(':focus-visible, [role="menu"], [role="menu"] *');
