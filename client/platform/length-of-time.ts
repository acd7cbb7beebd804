import { MINUTE_MS } from '#shared/kernel/duration.ts';
import { type Language, plural } from './language.ts';

type Forms = readonly [one: string, other: string];

const units: Record<Language, { less: string; minutes: Forms; hours: Forms; and: string }> = {
  nb: {
    less: 'under ett minutt',
    minutes: ['minutt', 'minutter'],
    hours: ['time', 'timer'],
    and: 'og',
  },
  nn: {
    less: 'under eitt minutt',
    minutes: ['minutt', 'minutt'],
    hours: ['time', 'timar'],
    and: 'og',
  },
  en: {
    less: 'less than a minute',
    minutes: ['minute', 'minutes'],
    hours: ['hour', 'hours'],
    and: 'and',
  },
};

/** "1 time og 30 minutter": a length of time as people say it, in whole minutes, and never nothing for something. */
export function lengthOfTime(language: Language, ms: number): string {
  const say = units[language];
  const counted = (count: number, [one, other]: Forms) =>
    plural(language, count, { one: `1 ${one}`, other: `${count} ${other}` });
  const all = Math.floor(ms / MINUTE_MS);
  const [hours, minutes] = [Math.floor(all / 60), all % 60];
  if (all === 0) return ms === 0 ? counted(0, say.minutes) : say.less;
  return [hours > 0 && counted(hours, say.hours), minutes > 0 && counted(minutes, say.minutes)]
    .filter(Boolean)
    .join(` ${say.and} `);
}

/** The same, of minutes. */
export const lengthOfMinutes = (language: Language, minutes: number): string =>
  lengthOfTime(language, minutes * MINUTE_MS);
