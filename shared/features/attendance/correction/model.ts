import * as z from 'zod/mini';
import { figure } from '../presence/model.ts';

/** What a figure is put right to. `as-counted`: the corrections before it no longer hold. */
export const correctedDay = z.object({ as: z.enum(['present', 'absent', 'as-counted']) });
export const correctedTime = z.union([
  correctedDay,
  z.object({ as: z.literal('minutes'), minutes: z.int().check(z.gte(0)) }),
]);
export type CorrectedTo = z.infer<typeof correctedTime>;

export const REASON_MIN = 3;
export const REASON_MAX = 500;
/** Why. Read by the student, and kept as long as the figure. */
export const reason = z.string().check(z.trim(), z.minLength(REASON_MIN), z.maxLength(REASON_MAX));

/** One correction, as it stands in the log: never changed, never taken out. */
export const correction = z.object({
  at: z.number(),
  /** Null for somebody who has been erased since. */
  byName: z.nullable(z.string()),
  before: figure,
  after: figure,
  reason: z.string(),
});
export type Correction = z.infer<typeof correction>;
