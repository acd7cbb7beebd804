import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { command } from '#shared/wire/contract.ts';
import { day, dayFigure, timeFigure } from '../presence/model.ts';
import { correctedDay, correctedTime, reason } from './model.ts';

const whoseInSession = { sessionId: id<'session'>(), personId: id<'person'>() };
const whoseThatDay = { gatheringId: id<'gathering'>(), day, personId: id<'person'>() };
/** How many corrections the screen showed. */
const seen = z.int().check(z.gte(0));

const NOT_HELD = ['not-theirs', 'was-cancelled', 'not-yet'] as const;

/** Puts right for how long a student was in a session. */
export const correctAttendance = command({
  name: 'attendance/correct',
  action: 'attendance/correct',
  input: z.object({ ...whoseInSession, seen, to: correctedTime, reason }),
  output: z.object({ figure: timeFigure }),
  refusals: [...NOT_HELD, 'too-many-minutes', 'changed-meanwhile'],
});

/** Puts right whether a student was at a gathering that day. */
export const correctGatheringDay = command({
  name: 'attendance/correct-day',
  action: 'attendance/at-gathering',
  input: z.object({ ...whoseThatDay, seen, to: correctedDay, reason }),
  output: z.object({ figure: dayFigure }),
  refusals: [...NOT_HELD, 'too-many-minutes', 'changed-meanwhile'],
});

/** Ticks off a student who is in the classroom of a session, or takes that back: there is nothing to say of who is not. */
export const tickInSession = command({
  name: 'attendance/tick',
  action: 'attendance/correct',
  input: z.object({ ...whoseInSession, present: z.nullable(z.literal(true)) }),
  output: z.object({ figure: timeFigure }),
  refusals: [...NOT_HELD, 'already-corrected'],
});

/** Ticks off who is at a gathering that day, and who is not; null takes it back. */
export const tickAtGathering = command({
  name: 'attendance/tick-day',
  action: 'attendance/at-gathering',
  input: z.object({ ...whoseThatDay, present: z.nullable(z.boolean()) }),
  output: z.object({ figure: dayFigure }),
  refusals: [...NOT_HELD, 'already-corrected'],
});
