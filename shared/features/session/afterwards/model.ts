import * as z from 'zod/mini';
import type { Instant } from '#shared/kernel/duration.ts';

/** From one moment until another. */
export const span = z.object({ from: z.number(), to: z.number() });
export type Span = z.infer<typeof span>;

/** When a session was planned for, and when its teachers ended it. */
export type Planned = {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly endedAt: Instant | null;
};

/** AFTER-1: from the planned start until its teachers ended it; where they did not, until its planned end. */
export function lengthOf({ startsAt, endsAt, endedAt }: Planned): Span {
  return { from: startsAt, to: Math.max(startsAt, endedAt ?? endsAt) };
}

/** When somebody was in, as it was stored: open while they still are. */
export type Visit = {
  readonly from: Instant;
  readonly to: Instant | null;
  /** It ended with the server that watched it, not with the person: how long it went on, nobody here has seen. */
  readonly unwatched: boolean;
};

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
