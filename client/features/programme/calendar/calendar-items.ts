import type {
  CalendarSession,
  GatheringEntry,
} from '#shared/features/programme/calendar/queries.ts';
import type { DayOff } from '#shared/features/programme/holiday/model.ts';
import { type PublicHoliday, publicHolidaysOf } from '#shared/features/programme/holiday/rules.ts';
import { addDays, type Day, daysFrom, mondayOf } from '#shared/kernel/calendar-day.ts';
import { instantInOslo, wallInOslo } from '#shared/kernel/oslo-time.ts';

/** Something that is due, from the assignments' own slice. */
export type Deadline = {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly dueAt: number;
  readonly href: string;
};

/** What stands in a calendar: when, from which day to which, and what it is. */
export type CalendarItem = { readonly key: string; readonly first: Day; readonly last: Day } & (
  | { readonly kind: 'session'; readonly startsAt: number; readonly session: CalendarSession }
  | { readonly kind: 'gathering'; readonly startsAt: number; readonly gathering: GatheringEntry }
  | { readonly kind: 'deadline'; readonly startsAt: number; readonly deadline: Deadline }
  | { readonly kind: 'day-off'; readonly startsAt: number; readonly name: string }
  | { readonly kind: 'holiday'; readonly startsAt: number; readonly holiday: PublicHoliday }
);

export type Known = {
  readonly sessions: readonly CalendarSession[];
  readonly gatherings: readonly GatheringEntry[];
  readonly daysOff: readonly DayOff[];
};

/** All that lies on some days, in order; what lasts the whole day stands before what has a time. */
export function itemsBetween(
  from: Day,
  to: Day,
  known: Known,
  deadlines: readonly Deadline[],
): readonly CalendarItem[] {
  const items: CalendarItem[] = [
    ...holidaysBetween(from, to),
    ...known.daysOff.map(({ dayOffId, name, firstDay, lastDay }) => ({
      ...{ kind: 'day-off' as const, key: dayOffId, first: firstDay, last: lastDay, name },
      startsAt: beginOf(firstDay),
    })),
    ...known.gatherings.map((gathering) => ({
      ...{ kind: 'gathering' as const, key: gathering.id, gathering },
      ...{ first: dayOf(gathering.startsAt), last: dayOf(gathering.endsAt - 1) },
      startsAt: gathering.startsAt,
    })),
    ...known.sessions.map((session) => ({
      ...{ kind: 'session' as const, key: session.id, session, startsAt: session.startsAt },
      ...{ first: dayOf(session.startsAt), last: dayOf(session.endsAt - 1) },
    })),
    ...deadlines.map((deadline) => ({
      ...{ kind: 'deadline' as const, key: deadline.id, deadline, startsAt: deadline.dueAt },
      ...{ first: dayOf(deadline.dueAt), last: dayOf(deadline.dueAt) },
    })),
  ];
  return items
    .filter(({ first, last }) => first <= to && last >= from)
    .toSorted((a, b) => a.startsAt - b.startsAt);
}

function holidaysBetween(from: Day, to: Day): CalendarItem[] {
  const items: CalendarItem[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    for (const { day, holiday } of publicHolidaysOf(year))
      items.push({
        ...{ kind: 'holiday', key: `${day} ${holiday}`, first: day, last: day, holiday },
        startsAt: beginOf(day),
      });
  }
  return items;
}

/** Those of one day. */
export function itemsOn(day: Day, items: readonly CalendarItem[]): readonly CalendarItem[] {
  return items.filter(({ first, last }) => first <= day && day <= last);
}

/** The weeks that have something, each by its Monday. What lasts over a turn of the week stands where it begins, or today. */
export function weeksOf(
  items: readonly CalendarItem[],
  from: Day,
): readonly { readonly monday: Day; readonly items: readonly CalendarItem[] }[] {
  const weeks = Map.groupBy(items, ({ first }) => mondayOf(first < from ? from : first));
  return [...weeks]
    .map(([monday, all]) => ({ monday, items: all }))
    .toSorted((a, b) => (a.monday < b.monday ? -1 : 1));
}

/** The seven days of a week. */
export function daysOfWeek(monday: Day): readonly Day[] {
  return [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(monday, days));
}

/** A month as a calendar's rows: whole weeks, from the Monday before its first day to the Sunday after its last. */
export function weeksOfMonth(day: Day): readonly (readonly Day[])[] {
  const first = `${day.slice(0, 7)}-01`;
  const last = addDays(firstOfNext(day), -1);
  const weeks = Math.floor(daysFrom(mondayOf(first), last) / 7) + 1;
  return Array.from({ length: weeks }, (_, nth) => daysOfWeek(addDays(mondayOf(first), 7 * nth)));
}

/** The first day of the month after, or of the one before. */
export function firstOfNext(day: Day): Day {
  return `${addDays(`${day.slice(0, 7)}-28`, 4).slice(0, 7)}-01`;
}
export function firstOfLast(day: Day): Day {
  return `${addDays(`${day.slice(0, 7)}-01`, -1).slice(0, 7)}-01`;
}

export function dayOf(at: number): Day {
  return wallInOslo(at).day;
}

/** The moment a day begins. */
export function beginOf(day: Day): number {
  return instantInOslo(day, '00:00') ?? 0;
}
