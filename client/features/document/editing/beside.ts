import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js';
import { type Box, placeBeside, type Spot } from './placing.ts';

/** Where an element stands beside its spot, in the window: looked up anew when that, the page or a keyboard moves. */
export function createBeside(of: {
  readonly element: () => HTMLElement | undefined;
  readonly spot: () => Spot | undefined;
  readonly room: () => Box;
}): Accessor<{ readonly left: number; readonly top: number } | undefined> {
  const [place, setPlace] = createSignal<{ left: number; top: number }>();
  const [moves, setMoves] = createSignal(0);
  const look = () => setMoves((before) => before + 1);
  addEventListener('scroll', look, { capture: true, passive: true });
  addEventListener('resize', look);
  visualViewport?.addEventListener('resize', look);
  visualViewport?.addEventListener('scroll', look);
  onCleanup(() => {
    removeEventListener('scroll', look, { capture: true });
    removeEventListener('resize', look);
    visualViewport?.removeEventListener('resize', look);
    visualViewport?.removeEventListener('scroll', look);
  });
  // After what is placed has been drawn: it is as large as what is in it.
  createEffect(() => {
    moves();
    const spot = of.spot();
    const element = of.element();
    if (!spot || !element) return;
    const { offsetWidth: width, offsetHeight: height } = element;
    setPlace(placeBeside(spot, { width, height }, of.room()));
  });
  return place;
}
