import { sql } from 'drizzle-orm';
import type { DayOff } from '#shared/features/programme/holiday/model.ts';
import type { Day } from '#shared/kernel/calendar-day.ts';
import type { Tx } from '../../../storage/database.ts';

/** The school's own days off that touch a stretch of days, both ends included, the first first. */
export async function daysOffBetween(tx: Tx, from: Day, to: Day): Promise<DayOff[]> {
  const { rows } = await tx.execute<DayOff>(sql`
    select id as "dayOffId", name, first_day::text as "firstDay", last_day::text as "lastDay"
    from day_off where last_day >= ${from}::date and first_day <= ${to}::date
    order by first_day, last_day, id`);
  return rows;
}

/** All of them, the first first. */
export function everyDayOff(tx: Tx): Promise<DayOff[]> {
  return daysOffBetween(tx, '-infinity', 'infinity');
}
