import type { Language } from '#shared/features/identity/sign-in/model.ts';
import { kindOf, type Stage } from '#shared/features/notification/causes.ts';
import type { Pushed } from '#shared/features/notification/push.ts';
import { addDays } from '#shared/kernel/calendar-day.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import { wallInOslo } from '#shared/kernel/oslo-time.ts';

/** One thing that is told: what it is called, and when it is. Nothing of what is said or written in it, and nobody's name. */
export type Said = {
  readonly stage: Stage;
  readonly aboutId: string;
  readonly title: string;
  readonly at: Instant;
};

type Words = {
  readonly locale: string;
  readonly today: string;
  readonly tomorrow: string;
  readonly when: (day: string, time: string) => string;
  readonly says: (stage: Stage, title: string, when: string) => string;
  readonly several: (count: number) => string;
  readonly text: (lines: string, offPage: string) => string;
};

const WORDS: Readonly<Record<Language, Words>> = {
  nb: {
    locale: 'nb-NO',
    today: 'i dag',
    tomorrow: 'i morgen',
    when: (day, time) => `${day} kl. ${time}`,
    says: (stage, title, when) =>
      ({
        'session-tomorrow': `Økt: «${title}», ${when}`,
        'session-soon': `Snart: «${title}», ${when}`,
        moved: `Flyttet: «${title}». Ny tid: ${when}`,
        cancelled: `Avlyst: «${title}», ${when}`,
        back: `Blir noe av likevel: «${title}», ${when}`,
        substitute: `Vikar: «${title}», ${when}`,
        'deadline-days': `Frist: «${title}», ${when}. Ikke levert ennå`,
        'deadline-tomorrow': `Frist: «${title}», ${when}. Ikke levert ennå`,
        'gathering-week': `Samling: «${title}», ${when}`,
        'gathering-tomorrow': `Samling: «${title}», ${when}`,
        attendance: `Oppmøtet ditt: «${title}». Ta en titt når det passer`,
      })[stage],
    several: (count) => `${count} ting å vite fra Mellom`,
    text: (lines, offPage) => `Hei!

${lines}

Du får dette fordi du er med på det, og fordi slike varsler på e-post er slått på.

Vil du ikke ha slike, kan du slå dem av her, uten å logge inn:
${offPage}

Her velger du hva du vil vite, og når:`,
  },
  nn: {
    locale: 'nn-NO',
    today: 'i dag',
    tomorrow: 'i morgon',
    when: (day, time) => `${day} kl. ${time}`,
    says: (stage, title, when) =>
      ({
        'session-tomorrow': `Økt: «${title}», ${when}`,
        'session-soon': `Snart: «${title}», ${when}`,
        moved: `Flytta: «${title}». Ny tid: ${when}`,
        cancelled: `Avlyst: «${title}», ${when}`,
        back: `Blir noko av likevel: «${title}», ${when}`,
        substitute: `Vikar: «${title}», ${when}`,
        'deadline-days': `Frist: «${title}», ${when}. Ikkje levert enno`,
        'deadline-tomorrow': `Frist: «${title}», ${when}. Ikkje levert enno`,
        'gathering-week': `Samling: «${title}», ${when}`,
        'gathering-tomorrow': `Samling: «${title}», ${when}`,
        attendance: `Oppmøtet ditt: «${title}». Ta ein titt når det høver`,
      })[stage],
    several: (count) => `${count} ting å vite frå Mellom`,
    text: (lines, offPage) => `Hei!

${lines}

Du får dette fordi du er med på det, og fordi slike varsel på e-post er slått på.

Vil du ikkje ha slike, kan du slå dei av her, utan å logge inn:
${offPage}

Her vel du kva du vil vite, og når:`,
  },
  en: {
    locale: 'en-GB',
    today: 'today',
    tomorrow: 'tomorrow',
    when: (day, time) => `${day} at ${time}`,
    says: (stage, title, when) =>
      ({
        'session-tomorrow': `Session: “${title}”, ${when}`,
        'session-soon': `Soon: “${title}”, ${when}`,
        moved: `Moved: “${title}”. New time: ${when}`,
        cancelled: `Cancelled: “${title}”, ${when}`,
        back: `On after all: “${title}”, ${when}`,
        substitute: `Substitute: “${title}”, ${when}`,
        'deadline-days': `Due: “${title}”, ${when}. Not handed in yet`,
        'deadline-tomorrow': `Due: “${title}”, ${when}. Not handed in yet`,
        'gathering-week': `Gathering: “${title}”, ${when}`,
        'gathering-tomorrow': `Gathering: “${title}”, ${when}`,
        attendance: `Your attendance: “${title}”. Have a look when it suits you`,
      })[stage],
    several: (count) => `${count} things to know from Mellom`,
    text: (lines, offPage) => `Hello!

${lines}

You get this because you take part in it, and because notices of this kind by mail are on.

If you do not want them, turn them off here, without signing in:
${offPage}

Here you choose what you want to know, and when:`,
  },
};

/** The letter that tells them, in a person's language; its last line is followed by the link to their choices. */
export function noticeLetter(
  language: Language,
  all: readonly Said[],
  to: { readonly now: Instant; readonly baseUrl: string; readonly offPage: string },
): { readonly subject: string; readonly text: string } {
  const words = WORDS[language];
  const said = all.map((one) => ({
    ...{ line: words.says(one.stage, one.title, whenOf(words, one.at, to.now)) },
    // What a line cannot say is one press away.
    page: one.stage === 'attendance' ? `\n  ${to.baseUrl}${pageOf(one)}` : '',
  }));
  const [first] = said;
  const subject = first && said.length === 1 ? first.line : words.several(said.length);
  const lines = said.map(({ line, page }) => `· ${line}.${page}`);
  return { subject, text: words.text(lines.join('\n'), to.offPage) };
}

/** The same of one thing for the screen of a device, and where a press leads. */
export function pushedWords(
  language: Language,
  said: Said,
  now: Instant,
): Pick<Pushed, 'title' | 'body' | 'path'> {
  const words = WORDS[language];
  const body = words.says(said.stage, said.title, whenOf(words, said.at, now));
  return { title: 'Mellom', body, path: pageOf(said) };
}

/** The page of what is told. */
function pageOf({ stage, aboutId }: Said): string {
  switch (kindOf(stage)) {
    case 'deadline':
      return `/oppgave/${aboutId}`;
    case 'gathering':
      return '/';
    case 'attendance':
      return '/oppmote';
    default:
      return `/okt/${aboutId}/om`;
  }
}

/** By Oslo's clock, as people say it. */
function whenOf(words: Words, at: Instant, now: Instant): string {
  const { day, time } = wallInOslo(at);
  const today = wallInOslo(now).day;
  if (day === today) return words.when(words.today, time);
  if (day === addDays(today, 1)) return words.when(words.tomorrow, time);
  const written = new Intl.DateTimeFormat(words.locale, {
    ...{ weekday: 'long', day: 'numeric', month: 'long', timeZone: 'Europe/Oslo' },
  }).format(at);
  return words.when(written, time);
}
