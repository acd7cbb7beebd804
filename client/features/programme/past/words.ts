import type { Dictionary } from '../../../platform/language.ts';

const nb = {
  title: 'Tidligere økter',
  attendance: 'Oppmøte',
  about: (date: string, time: string, course: string) => `${date} ${time}, ${course}`,
  cancelled: 'avlyst',
  none: 'Ingen økter bak deg ennå',
  noneAbout: 'Når en økt er over, står den her, med det som ble igjen av den.',
  fetching: 'Henter tidligere økter',
  couldNotFetch: 'Vi fikk ikke hentet øktene',
  couldNotFetchAbout: 'Ingenting er mistet. Prøv igjen om litt.',
  outdated: 'Ikke oppdatert.',
  outdatedAbout: 'Dette er det vi hentet sist. Vi prøver igjen av oss selv.',
  tryAgain: 'Prøv igjen',
};

const nn: typeof nb = {
  title: 'Tidlegare økter',
  attendance: 'Oppmøte',
  about: (date, time, course) => `${date} ${time}, ${course}`,
  cancelled: 'avlyst',
  none: 'Ingen økter bak deg enno',
  noneAbout: 'Når ei økt er over, står ho her, med det som blei igjen av henne.',
  fetching: 'Hentar tidlegare økter',
  couldNotFetch: 'Vi fekk ikkje henta øktene',
  couldNotFetchAbout: 'Ingenting er mista. Prøv igjen om litt.',
  outdated: 'Ikkje oppdatert.',
  outdatedAbout: 'Dette er det vi henta sist. Vi prøver igjen av oss sjølve.',
  tryAgain: 'Prøv igjen',
};

const en: typeof nb = {
  title: 'Earlier sessions',
  attendance: 'Attendance',
  about: (date, time, course) => `${date} ${time}, ${course}`,
  cancelled: 'cancelled',
  none: 'No sessions behind you yet',
  noneAbout: 'When a session is over it stands here, with what is left of it.',
  fetching: 'Fetching earlier sessions',
  couldNotFetch: 'We could not fetch the sessions',
  couldNotFetchAbout: 'Nothing is lost. Try again in a while.',
  outdated: 'Not up to date.',
  outdatedAbout: 'This is what we fetched last. We try again by ourselves.',
  tryAgain: 'Try again',
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
