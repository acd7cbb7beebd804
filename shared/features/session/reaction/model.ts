import * as z from 'zod/mini';

/** What one can show to all for a moment. */
export const REACTIONS = ['clap', 'agree', 'heart', 'laugh', 'wonder', 'cheer'] as const;
export const reaction = z.enum(REACTIONS);
export type Reaction = z.infer<typeof reaction>;

/** How long somebody who asked for a slower pace counts among those who do. */
export const SLOWER_COUNTS_MS = 60_000;
