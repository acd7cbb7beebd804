/** A browser that kerns a word fits it anew for each line it is broken over: the time grows with the square of its length. */
export const LONG_WORD = 1_000;

/**
 * For `data-long-word` of a block of text that anybody may have written: one with a word longer than that is drawn without
 * kerning (base.css), so that no reader's browser stands still.
 */
export function longWord(text: string): '' | undefined {
  if (text.length <= LONG_WORD) return undefined;
  // A line is broken at these alone: what a hard space holds together is one word.
  return text.split(/[\t\n\r ]+/u).some((word) => word.length > LONG_WORD) ? '' : undefined;
}
