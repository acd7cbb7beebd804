import { type Day, dayNumber, dayOfNumber, daysSinceEpoch } from './calendar-day.ts';
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from './duration.ts';

const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

/**
 * The moment of a day and a clock time in Oslo ("2026-10-02", "23:59"); null when there is no such day or time. Where
 * the clock is put back, the later of the two moments; where it is put forward, as if it had not been.
 */
export function instantInOslo(day: Day, time: string): Instant | null {
  const number = dayNumber(day);
  const [, hours, minutes] = (TIME.exec(time) ?? []).map(Number);
  if (number === null || hours === undefined || minutes === undefined) return null;
  const wall = number * DAY_MS + hours * HOUR_MS + minutes * MINUTE_MS;
  const inWinter = wall - HOUR_MS;
  const inSummer = wall - 2 * HOUR_MS;
  const year = Number(day.slice(0, 4));
  return isSummerTime(inWinter, year) && isSummerTime(inSummer, year) ? inSummer : inWinter;
}

/** What the school's calendar and clock show at a moment: "2026-10-02" and "23:59". */
export function wallInOslo(at: Instant): { readonly day: Day; readonly time: string } {
  const year = Number(dayOfNumber(Math.floor((at + HOUR_MS) / DAY_MS)).slice(0, 4));
  const wall = at + (isSummerTime(at, year) ? 2 : 1) * HOUR_MS;
  const day = Math.floor(wall / DAY_MS);
  const minutes = Math.floor((wall - day * DAY_MS) / MINUTE_MS);
  const two = (number: number) => String(number).padStart(2, '0');
  return {
    day: dayOfNumber(day),
    time: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`,
  };
}

/** Directive 2000/84/EC: from the last Sunday in March to the last one in October, changing at 01:00 UTC. */
function isSummerTime(at: Instant, year: number): boolean {
  return at >= lastSunday(year, 3) + HOUR_MS && at < lastSunday(year, 10) + HOUR_MS;
}

function lastSunday(year: number, month: 3 | 10): Instant {
  const last = daysSinceEpoch(year, month, 31);
  // 1970-01-01 was a Thursday.
  return (last - ((last + 4) % 7)) * DAY_MS;
}
