import * as z from 'zod/mini';
import type { Instant } from '#shared/kernel/duration.ts';
import type { SessionId } from '#shared/kernel/ids.ts';

/** How long what is said in a session is kept, as its course has it, and when that is over. */
export const chatKeeping = z.object({
  /** So many days after the session; null: until the cohort's study ends. */
  days: z.nullable(z.number()),
  erasedAt: z.number(),
});
export type ChatKeeping = z.infer<typeof chatKeeping>;

/** What the rule hangs on. */
export type KeptSession = {
  readonly sessionId: SessionId;
  readonly keptDays: number | null;
  readonly endsAt: Instant;
  /** When its teachers ended it for everybody; null when they have not. */
  readonly endedAt: Instant | null;
  readonly studyEndsAt: Instant;
};
