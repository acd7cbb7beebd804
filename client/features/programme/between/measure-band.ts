import type { Measured } from './lying.ts';

/** Under this the words would crowd whatever they say: the thread stands. */
const LIES_FROM_PX = 960;

/**
 * Measures the words as they would be lying down, in one forced layout and without anything being painted in between.
 * Undefined where the band is too narrow to lie at all.
 */
export function measureBand(band: HTMLElement, width: number): Measured | undefined {
  if (width < LIES_FROM_PX) return undefined;
  band.dataset.measuring = '';
  const sizes = (part: string) =>
    Array.from(band.querySelectorAll<HTMLElement>(`[data-part="${part}"]`), (element) => ({
      width: element.offsetWidth,
      height: element.offsetHeight,
    }));
  const [fold] = sizes('fold');
  const [from] = sizes('first');
  const [to] = sizes('last');
  const measured: Measured = {
    width,
    foldWidth: fold?.width ?? 0,
    foldHeight: fold?.height ?? 0,
    fromWidth: from?.width ?? 0,
    toWidth: to?.width ?? 0,
    footHeight: Math.max(from?.height ?? 0, to?.height ?? 0),
    tags: sizes('tag'),
  };
  delete band.dataset.measuring;
  return measured;
}
