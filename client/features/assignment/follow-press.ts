/** So long after a press what takes its button away is its own doing. */
const OWN_MS = 10_000;

export type FollowPress = ReturnType<typeof makeFollowPress>;

/**
 * Whoever presses keeps their place: where it takes the button away, the focus goes to the heading of what stands there now, and
 * never to another control, which the same key would press too.
 */
export function makeFollowPress() {
  let pressedAtMs = Number.NEGATIVE_INFINITY;
  return {
    pressed(): void {
      pressedAtMs = performance.now();
    },
    /** What stands there now is on the page. */
    drawn(heading: HTMLElement | undefined): void {
      const isLost = document.activeElement === document.body;
      if (!isLost || performance.now() - pressedAtMs > OWN_MS) return;
      pressedAtMs = Number.NEGATIVE_INFINITY;
      heading?.focus();
    },
  };
}
