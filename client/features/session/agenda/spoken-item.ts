import { clockTime } from '../../../platform/dates.ts';
import type { AgendaStore } from './agenda-store.ts';
import { titleInWords } from './agenda-time.ts';
import type { words } from './words.ts';

type Shown = Pick<AgendaStore, 'current' | 'next' | 'pauseUntil'>;

/** What is on, how long, and what comes after it, for whoever hears it; of a pause also when it is over. */
export function spokenItem(t: (typeof words)['nb'], agenda: Shown): string | undefined {
  const item = agenda.current()?.item;
  if (!item) return undefined;
  const next = agenda.next()?.item;
  const then = next ? t.spokenNext(titleInWords(next, t.pause)) : t.nothingAfter;
  const title = titleInWords(item, t.pause);
  const until = agenda.pauseUntil();
  if (until === null) return `${t.spoken(title, item.minutes)} ${then}`;
  return `${t.spokenPause(title, item.minutes, clockTime(until))} ${then}`;
}
