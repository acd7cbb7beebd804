import * as z from 'zod/mini';

/** How somebody wants the pages to look: the same on every device of theirs (docs/rules/appearance.md). */
export const appearance = z.object({
  textSize: z.enum(['usual', 'large', 'larger', 'largest']),
  font: z.enum(['usual', 'lexend', 'opendyslexic']),
  /** Of letters, words and lines. */
  spacing: z.enum(['usual', 'wide']),
  /** `system` follows the device, here and in `motion`. */
  theme: z.enum(['system', 'light', 'dark']),
  motion: z.enum(['system', 'still']),
  /** F79: sound alone, one column, no motion, larger text, fewer notices. */
  lowEnergy: z.boolean(),
});
export type Appearance = z.infer<typeof appearance>;

/** Of whoever has chosen nothing. */
export const USUAL_APPEARANCE: Appearance = {
  ...{ textSize: 'usual', font: 'usual', spacing: 'usual' },
  ...{ theme: 'system', motion: 'system', lowEnergy: false },
};
