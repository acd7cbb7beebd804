import type { Language } from './language.ts';

/** Times are the school's: a session at nine is at nine on every screen, also for one who travels. */
const SCHOOL_ZONE = 'Europe/Oslo';

/** A moment on the school's wall: what a calendar and a clock there show. */
interface WallTime {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
  hour: number;
  minute: number;
  /** 0 is Monday. */
  weekday: number;
}

const wall = new Intl.DateTimeFormat('en-GB', {
  timeZone: SCHOOL_ZONE,
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  hourCycle: 'h23',
});

const DAY_MS = 86_400_000;

function wallTime(at: number): WallTime {
  const part: Record<string, number> = {};
  for (const { type, value } of wall.formatToParts(at)) part[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = part;
  const weekday = (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;
  return { year, month, day, hour, minute, weekday };
}

/** The words are ours, because not every browser knows nynorsk and none leaves out the full stops. */
const names: Record<Language, { days: readonly string[]; months: readonly string[] }> = {
  nb: {
    days: ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
    months:
      'januar februar mars april mai juni juli august september oktober november desember'.split(
        ' ',
      ),
  },
  nn: {
    days: ['måndag', 'tysdag', 'onsdag', 'torsdag', 'fredag', 'laurdag', 'sundag'],
    months:
      'januar februar mars april mai juni juli august september oktober november desember'.split(
        ' ',
      ),
  },
  en: {
    days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    months:
      'January February March April May June July August September October November December'.split(
        ' ',
      ),
  },
};

const shortMonth: Record<Language, readonly string[]> = {
  nb: 'jan feb mars april mai juni juli aug sept okt nov des'.split(' '),
  nn: 'jan feb mars april mai juni juli aug sept okt nov des'.split(' '),
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
};

const dayNumber = (language: Language, day: number) => (language === 'en' ? `${day}` : `${day}.`);

/** "09:00" */
export function clockTime(at: number): string {
  const { hour, minute } = wallTime(at);
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** "fre 2. okt" */
export function shortDate(language: Language, at: number): string {
  const { weekday, day, month } = wallTime(at);
  return `${names[language].days[weekday]?.slice(0, 3)} ${dayNumber(language, day)} ${shortMonth[language][month - 1]}`;
}

/** "fredag 2. oktober" */
export function longDate(language: Language, at: number): string {
  const { weekday, day, month } = wallTime(at);
  return `${names[language].days[weekday]} ${dayNumber(language, day)} ${names[language].months[month - 1]}`;
}

/** "oktober 2026" */
export function monthName(language: Language, at: number): string {
  const { month, year } = wallTime(at);
  return `${names[language].months[month - 1]} ${year}`;
}

/** "fredag" */
export function weekdayName(language: Language, at: number): string {
  return names[language].days[wallTime(at).weekday] ?? '';
}

/** "fredag 2. oktober 2026" */
export function fullDate(language: Language, at: number): string {
  return `${longDate(language, at)} ${wallTime(at).year}`;
}

/** "12:06:41" */
export function exactTime(at: number): string {
  return `${clockTime(at)}:${String(Math.floor(at / 1000) % 60).padStart(2, '0')}`;
}

/** A moment as fields for a day and a time take it: "2026-10-02" and "23:59". */
export function dayAndTime(at: number): { readonly day: string; readonly time: string } {
  const { year, month, day } = wallTime(at);
  const two = (number: number) => String(number).padStart(2, '0');
  return { day: `${year}-${two(month)}-${two(day)}`, time: clockTime(at) };
}

/** "14.–16. okt", "30. sept–1. okt", or one day alone. `to` is the last moment inside. */
export function dateSpan(language: Language, from: number, to: number): string {
  const a = wallTime(from);
  const b = wallTime(to);
  const month = (m: number) => shortMonth[language][m - 1];
  const last = `${dayNumber(language, b.day)} ${month(b.month)}`;
  if (a.day === b.day && a.month === b.month && a.year === b.year) return last;
  if (a.month === b.month && a.year === b.year) return `${dayNumber(language, a.day)}–${last}`;
  return `${dayNumber(language, a.day)} ${month(a.month)}–${last}`;
}

/** The ISO week: the one that has the year's first Thursday is week 1. */
export function weekNumber(at: number): number {
  const { year, month, day, weekday } = wallTime(at);
  const thursday = Date.UTC(year, month - 1, day - weekday + 3);
  const firstOfYear = Date.UTC(new Date(thursday).getUTCFullYear(), 0, 1);
  return Math.floor((thursday - firstOfYear) / DAY_MS / 7) + 1;
}

/** How many midnights at the school lie between two moments; negative when `to` comes first. */
export function daysBetween(from: number, to: number): number {
  const a = wallTime(from);
  const b = wallTime(to);
  return Math.round(
    (Date.UTC(b.year, b.month - 1, b.day) - Date.UTC(a.year, a.month - 1, a.day)) / DAY_MS,
  );
}

/** The hour of the school's day, 0 to 23. */
export function hourOf(at: number): number {
  return wallTime(at).hour;
}
