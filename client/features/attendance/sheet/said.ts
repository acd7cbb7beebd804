import type { Totals } from '#shared/features/attendance/presence/model.ts';
import type { Cell, Occasion } from '#shared/features/attendance/sheet/model.ts';
import { shareOf } from '#shared/features/attendance/sheet/rules.ts';
import { MINUTE_MS } from '#shared/kernel/duration.ts';
import { clockTime, shortDate } from '../../../platform/dates.ts';
import type { Language } from '../../../platform/language.ts';
import type { words as presenceWords } from '../presence/words.ts';
import type { words } from './words.ts';

type Words = (typeof words)['nb'];
type Presence = (typeof presenceWords)['nb'];

/** Whole minutes that have been: what is begun is not counted. */
export const minutesOf = (ms: number): number => Math.floor(ms / MINUTE_MS);

/** How many minutes a session has: a minute that is begun is one, for it can be corrected to that. */
export const minutesIn = ({ length }: Pick<Occasion, 'length'>): number =>
  Math.ceil((length.to - length.from) / MINUTE_MS);

/** "fre 2. okt", and of a session when it began. */
export function whenSaid(occasion: Occasion, language: Language): string {
  const day = shortDate(language, occasion.length.from);
  return occasion.kind === 'session' ? `${day} ${clockTime(occasion.length.from)}` : day;
}

/** The figure as it stands in a table: short. */
export function cellSaid({ figure }: Cell, t: Words, presence: Presence): string {
  if (figure.kind === 'time') return t.minutes(minutesOf(figure.thereMs));
  if (figure.present === null) return '–';
  return figure.present ? presence.present : presence.absent;
}

/** What it comes to all in all. */
export function totalsSaid(totals: Totals, isOfDays: boolean, t: Words): string {
  if (isOfDays) return t.daysOf(totals.daysPresent, totals.days);
  const share = shareOf(totals);
  if (share === null) return t.notOver;
  const sum = t.minutesOf(minutesOf(totals.thereMs), minutesOf(totals.ofMs));
  return `${sum}, ${t.percent(share)}`;
}
