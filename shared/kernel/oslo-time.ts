import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from './duration.ts';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

/**
 * The moment of a day and a clock time in Oslo ("2026-10-02", "23:59"); null when there is no such day or time. Where
 * the clock is put back, the later of the two moments; where it is put forward, as if it had not been.
 */
export function instantInOslo(day: string, time: string): Instant | null {
  const [, year, month, date] = (DAY.exec(day) ?? []).map(Number);
  const [, hours, minutes] = (TIME.exec(time) ?? []).map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  if (hours === undefined || minutes === undefined) return null;
  if (month < 1 || month > 12 || date < 1 || date > daysIn(year, month)) return null;
  const wall = daysSinceEpoch(year, month, date) * DAY_MS + hours * HOUR_MS + minutes * MINUTE_MS;
  const inWinter = wall - HOUR_MS;
  const inSummer = wall - 2 * HOUR_MS;
  return isSummerTime(inWinter, year) && isSummerTime(inSummer, year) ? inSummer : inWinter;
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

function daysIn(year: number, month: number): number {
  const next = month === 12 ? daysSinceEpoch(year + 1, 1, 1) : daysSinceEpoch(year, month + 1, 1);
  return next - daysSinceEpoch(year, month, 1);
}

/** Of the Gregorian calendar, counting years from March, so that the day that comes and goes is the last. */
function daysSinceEpoch(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const leapDays =
    Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + dayOfYear - 719_468;
}
