import { type Accessor, createSignal, onCleanup } from 'solid-js';
import { lowEnergy } from './appearance.ts';

/** From here on there is room for a panel beside the content: the one breakpoint of the design. */
export const WIDE = '(min-width: 56em)';
/** High enough for one more face beside a sheet. */
export const TALL = '(min-height: 50em)';
/** A tablet held upright: many faces have room under the one that is large, and three in a row of the grid. */
export const TABLET = '(min-width: 37.5em) and (max-width: 55.99em) and (min-height: 44em)';
/** A phone on its side: faces stand beside what is large, two and two. */
export const SIDEWAYS = '(min-width: 30em) and (max-width: 55.99em) and (max-height: 30em)';
/** A phone held upright with little height: it belongs to whoever is large. */
export const SHORT = '(max-width: 55.99em) and (min-height: 30.01em) and (max-height: 44em)';
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

/** Whether a panel stands beside the content: there is room, and nobody has asked for one column (F79). */
export function createBeside(): Accessor<boolean> {
  const wide = createMediaQuery(WIDE);
  return () => wide() && !lowEnergy();
}
