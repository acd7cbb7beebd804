import * as z from 'zod/mini';

/** From one moment until another. */
export const span = z.object({ from: z.number(), to: z.number() });
export type Span = z.infer<typeof span>;

/** What happened to an item of the agenda: when it was planned for, when it began, and for how long it was on. */
export const itemAfterwards = z.object({
  title: z.string(),
  kind: z.enum(['item', 'pause']),
  /** Null for what was taken out of the agenda after it had been on. */
  planned: z.nullable(z.object({ at: z.number(), minutes: z.number() })),
  /** Null where it was not reached. Gone back to, it began the first time, and lasted for all of them together. */
  went: z.nullable(z.object({ at: z.number(), lengthMs: z.number() })),
});
export type ItemAfterwards = z.infer<typeof itemAfterwards>;
