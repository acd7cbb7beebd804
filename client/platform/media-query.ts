import { type Accessor, createSignal, onCleanup } from 'solid-js';

/** From here on there is room for a panel beside the content: the one breakpoint of the design. */
export const WIDE = '(min-width: 56em)';
/** High enough for one more face beside a sheet. */
export const TALL = '(min-height: 50em)';
/** A finger, not a mouse: Enter on the screen's keyboard makes a new line. */
export const TOUCH = '(pointer: coarse)';

/** Whether the condition holds, as a signal. Cleaned up by Solid. */
export function createMediaQuery(condition: string): Accessor<boolean> {
  const query = matchMedia(condition);
  const [holds, setHolds] = createSignal(query.matches);
  const update = () => setHolds(query.matches);
  query.addEventListener('change', update);
  onCleanup(() => query.removeEventListener('change', update));
  return holds;
}
