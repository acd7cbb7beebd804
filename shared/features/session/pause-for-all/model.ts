import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';

/**
 * A pause that a teacher has begun for everybody, until when by the server's clock, and how many say that they are ready.
 * When it is over, or was ended, it is the last one that was held.
 */
export const pauseForAll = z.object({
  by: id<'person'>(),
  startedAt: z.number(),
  endsAt: z.number(),
  /** A number alone: nobody's name stands beside it. */
  ready: z.number(),
});
export type PauseForAll = z.infer<typeof pauseForAll>;

/** As long as a teacher may make it at once, in minutes: lunch is longer than a break. */
export const LONGEST_PAUSE_MINUTES = 90;
export const pauseMinutes = z.int().check(z.minimum(1), z.maximum(LONGEST_PAUSE_MINUTES));
