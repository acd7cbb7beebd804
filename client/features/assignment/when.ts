import { clockTime, daysBetween, longDate, shortDate } from '../../platform/dates.ts';
import { language } from '../../platform/language.ts';
import type { Words } from './words.ts';

/** "i går 20:41", "fre 2. okt 12:00". */
export function moment(t: Words, at: number, now: number): string {
  const days = daysBetween(at, now);
  const time = clockTime(at);
  if (days === 0) return t.today(time);
  return days === 1 ? t.yesterday(time) : t.onDate(shortDate(language(), at), time);
}

/** "Frist fredag 2. oktober kl. 23:59" */
export function due(t: Words, at: number): string {
  return t.due(longDate(language(), at), clockTime(at));
}

/** The same as a sentence of its own, by whether it is past. */
export function dueSentence(t: Pick<Words, 'dueAt' | 'dueWas'>, at: number, now: number): string {
  const say = now > at ? t.dueWas : t.dueAt;
  return say(longDate(language(), at), clockTime(at));
}
