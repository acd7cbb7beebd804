import { HOUR_MS, type Instant, MINUTE_MS } from '#shared/kernel/duration.ts';
import type { Slot } from './sessions.ts';

/** Where the demonstration's dates fall, from the moment of the start alone. */

const ZONE = 'Europe/Oslo';

/** A stretch of time, in milliseconds since the epoch. */
export type Placed = { readonly startsAt: Instant; readonly endsAt: Instant };

/** The day it is in Oslo. */
export function dayOf(now: Instant): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(ZONE).toPlainDate();
}

/** The start of a day in Oslo. */
export function startOf(day: Temporal.PlainDate): Instant {
  return day.toZonedDateTime(ZONE).epochMilliseconds;
}

/** The working day (Monday to Friday) so many of them after the day, or before it when negative. */
export function workdayFrom(day: Temporal.PlainDate, workdays: number): Temporal.PlainDate {
  const step = { days: Math.sign(workdays) };
  let left = Math.abs(workdays);
  let found = day;
  while (left > 0) {
    found = found.add(step);
    if (found.dayOfWeek <= 5) left -= 1;
  }
  return found;
}

/** A planned session's time: by the clock in Oslo, whether summer or winter time is in use. */
export function placeSlot(today: Temporal.PlainDate, slot: Slot): Placed {
  const day = workdayFrom(today, slot.workday);
  return { startsAt: atClock(day, slot.from), endsAt: atClock(day, slot.to) };
}

/** Wednesday 10:00 to Friday 15:00, in the week so many after the current one. */
export function placeGathering(today: Temporal.PlainDate, week: number): Placed {
  const monday = mondayOf(today).add({ weeks: week });
  return {
    startsAt: atClock(monday.add({ days: 2 }), '10:00'),
    endsAt: atClock(monday.add({ days: 4 }), '15:00'),
  };
}

/** The Monday so many weeks before the current week. */
export function mondayBefore(today: Temporal.PlainDate, weeks: number): Temporal.PlainDate {
  return mondayOf(today).subtract({ weeks });
}

/** Long enough ago that two agenda items are done and the third has begun. */
const BEGUN_AT_LEAST_MS = 40 * MINUTE_MS;
const QUARTER_MS = 15 * MINUTE_MS;

/** The running session: begun at a quarter, 40 to 55 minutes ago; its end is `endAhead`. */
export function placeRunning(now: Instant): Placed {
  const startsAt = Math.floor((now - BEGUN_AT_LEAST_MS) / QUARTER_MS) * QUARTER_MS;
  return { startsAt, endsAt: endAhead(now) };
}

/** The first whole hour that is at least eight hours ahead. Oslo's clock differs from UTC by whole hours. */
export function endAhead(now: Instant): Instant {
  return Math.ceil((now + 8 * HOUR_MS) / HOUR_MS) * HOUR_MS;
}

function mondayOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 });
}

function atClock(day: Temporal.PlainDate, time: string): Instant {
  return day.toZonedDateTime({ timeZone: ZONE, plainTime: time }).epochMilliseconds;
}
