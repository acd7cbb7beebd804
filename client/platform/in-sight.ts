import { type Accessor, createSignal, onCleanup } from 'solid-js';

/** A line of which the last pixels are cut off is still read. */
const SEEN_SHARE = 0.9;

/** Whether an element has not been scrolled away, as a signal: give `watch` to it as its ref. Cleaned up by Solid. */
export function createInSight(): {
  readonly inSight: Accessor<boolean>;
  readonly watch: (element: Element) => void;
} {
  const [inSight, setInSight] = createSignal(true);
  const observer = new IntersectionObserver(
    (entries) => setInSight((entries.at(-1)?.intersectionRatio ?? 0) >= SEEN_SHARE),
    { threshold: SEEN_SHARE },
  );
  onCleanup(() => observer.disconnect());
  return { inSight, watch: (element) => observer.observe(element) };
}
