import * as z from 'zod/mini';
import { id } from '../../../kernel/ids.ts';

/** Where one asks (`POST`) and takes it back (`DELETE`): both ask first who one is. */
export const ERASURE_PATH = '/api/me/erasure';

/** A wish to be erased that waits, as its owner sees it. Moments in milliseconds. */
export const ownErasure = z.object({
  askedAt: z.number(),
  /** From then on two people can run it. */
  earliestAt: z.number(),
  /** Then the server runs it by itself. */
  latestAt: z.number(),
});
export type OwnErasure = z.infer<typeof ownErasure>;

/** The same as those see it who run it. */
export const erasureToRun = z.object({
  personId: id<'person'>(),
  name: z.string(),
  ...ownErasure.shape,
  /** Whoever has said yes already, by name. */
  firstYes: z.nullable(z.string()),
  /** Whether a yes of whoever asks would count, and now. */
  mayRun: z.boolean(),
});
export type ErasureToRun = z.infer<typeof erasureToRun>;

/** Why one cannot ask, or take it back. */
export const ASK_ERASURE_REFUSALS = [
  'signed-out',
  'not-found',
  'not-fresh',
  /** A school without one could not be run. */
  'last-administrator',
  'try-again',
  'wrong-origin',
  'fault',
] as const;
export type AskErasureRefusal = (typeof ASK_ERASURE_REFUSALS)[number];
