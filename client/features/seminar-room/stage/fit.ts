/** As a picture or the frame it stands in is measured, in any unit. */
export type Size = { readonly width: number; readonly height: number };

/** A face that loses its forehead or chin is no face; the walls beside it are no loss. */
const LEAST_HEIGHT_SEEN = 0.7;
const LEAST_WIDTH_SEEN = 0.38;

/**
 * How a camera's picture stands in its frame: filling it, as long as little of what matters is cut away; else whole, as that
 * of a phone held upright in a wide frame.
 */
export function fitOf(picture: Size, frame: Size): 'fills' | 'whole' {
  if ([picture.width, picture.height, frame.width, frame.height].some((side) => side <= 0))
    return 'fills';
  /** Above 1 the picture is wider than its frame, and loses at the sides. */
  const ratio = picture.width / picture.height / (frame.width / frame.height);
  const enough = ratio > 1 ? 1 / ratio >= LEAST_WIDTH_SEEN : ratio >= LEAST_HEIGHT_SEEN;
  return enough ? 'fills' : 'whole';
}
