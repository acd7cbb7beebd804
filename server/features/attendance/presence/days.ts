import type { GatheringStanding } from '#shared/features/programme/gathering/model.ts';
import type { Span } from '#shared/features/session/afterwards/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';

const SCHOOL_ZONE = 'Europe/Oslo';

/** A day of a gathering, and what of it the gathering fills. */
export type GatheringDay = { readonly day: string; readonly length: Span };

/** The days of a gathering as the school's calendar has them, in their order. */
export function daysOf({
  startsAt,
  endsAt,
}: Pick<GatheringStanding, 'startsAt' | 'endsAt'>): GatheringDay[] {
  const days: GatheringDay[] = [];
  for (let day = dayOf(startsAt); begin(day) < endsAt; day = day.add({ days: 1 })) {
    const length = {
      from: Math.max(startsAt, begin(day)),
      to: Math.min(endsAt, begin(day.add({ days: 1 }))),
    };
    days.push({ day: day.toString(), length });
  }
  return days;
}

function dayOf(at: Instant): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(SCHOOL_ZONE).toPlainDate();
}

function begin(day: Temporal.PlainDate): Instant {
  return day.toZonedDateTime(SCHOOL_ZONE).epochMilliseconds;
}
