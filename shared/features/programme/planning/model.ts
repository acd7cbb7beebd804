import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { oneLine } from '#shared/kernel/plain-text.ts';
import { day } from '../holiday/model.ts';

export const SESSION_TITLE_MAX = 120;
export const ROOM_MAX = 60;
export const CANCEL_REASON_MAX = 300;
export const TEACHERS_MAX = 8;
/** Sessions in one series: more than a year of weeks is a slip in the last day. */
export const SERIES_MAX = 53;
/** Clashes that one plan may have met; a year of them. */
export const SEEN_MAX = 200;

export const clock = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

export const sessionTitle = oneLine(SESSION_TITLE_MAX);
export const room = oneLine(ROOM_MAX, 0);
/** Why a session is cancelled: said to everybody for whom it was planned. */
export const cancelReason = oneLine(CANCEL_REASON_MAX);
export const when = { day, from: clock, to: clock };

/** Somebody who teaches it; a substitute is one for now, and is said to be. */
export const assigned = z.object({ personId: id<'person'>(), isSubstitute: z.boolean() });
export type Assigned = z.infer<typeof assigned>;
/** In their order: the first leads. Each once. */
export const teachers = z.array(assigned).check(
  z.minLength(1),
  z.maxLength(TEACHERS_MAX),
  z.refine((all) => new Set(all.map(({ personId }) => personId)).size === all.length),
);

/** The sessions that clash, as the screen has shown them. */
export const seenClashes = z.array(id<'session'>()).check(z.maxLength(SEEN_MAX));

/** How much of a series something is done to. */
export const scope = z.enum(['one', 'following']);
export type Scope = z.infer<typeof scope>;

/** What of a plan is told at the session's door. */
export const planAtDoor = z.object({
  /** Empty for one that is online alone. */
  room: z.string(),
  /** When it was to begin before it was moved. */
  movedFrom: z.nullable(z.number()),
  cancelReason: z.string(),
  substitutes: z.array(z.string()),
  /** Whether the one who asks may move, change or cancel it just now. */
  mayChange: z.boolean(),
});
export type PlanAtDoor = z.infer<typeof planAtDoor>;

/** Where a session is planned, with one subject's relations to it, read in the same transaction. */
export type PlanningPlace = {
  /** Assigned to some session of its cohort. */
  readonly teachesCohort: boolean;
  /** Invited just now to some session of its cohort. */
  readonly invitedToCohort: boolean;
  /** In a practice course. */
  readonly isPractice: boolean;
};
