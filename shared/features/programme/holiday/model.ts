import * as z from 'zod/mini';
import { dayNumber } from '#shared/kernel/calendar-day.ts';
import { id } from '#shared/kernel/ids.ts';

/** A day that a calendar has, in years that somebody plans for. */
export const day = z.string().check(
  z.refine((text) => dayNumber(text) !== null && text >= '2000-01-01' && text < '2100-01-01', {
    error: 'no such day',
  }),
);

/** Days on which the school has none of its own: from the first to the last, both included. */
export const dayOff = z.object({
  dayOffId: id<'day-off'>(),
  name: z.string(),
  firstDay: z.string(),
  lastDay: z.string(),
});
export type DayOff = z.infer<typeof dayOff>;
