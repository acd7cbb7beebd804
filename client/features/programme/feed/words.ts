import type { Dictionary } from '../../../platform/language.ts';

const nb = {
  title: 'Kalenderen på telefonen',
  about:
    'Hent økter, samlinger og frister inn i kalenderen du bruker ellers. Adressen er din alene.',
  make: 'Lag en adresse',
  makeNew: 'Lag ny adresse',
  madeAt: (date: string) =>
    `Du laget en adresse ${date}. Av sikkerhetsgrunner kan den ikke vises igjen.`,
  newAbout: 'Lager du en ny, slutter den gamle å virke.',
  address: 'Adressen din',
  once: 'Kopier den nå: den vises bare denne ene gangen.',
  copy: 'Kopier adressen',
  copied: 'Kopiert',
  copyFailed: 'Det gikk ikke å kopiere. Merk adressen og kopier den selv.',
  end: 'Slutt å dele',
  ended: 'Adressen virker ikke lenger.',
  couldNotFetch: 'Vi fikk ikke sett om du har en adresse.',
  tryAgain: 'Prøv igjen',
};

const nn: typeof nb = {
  title: 'Kalenderen på telefonen',
  about: 'Hent økter, samlingar og fristar inn i kalenderen du bruker elles. Adressa er di aleine.',
  make: 'Lag ei adresse',
  makeNew: 'Lag ny adresse',
  madeAt: (date) => `Du laga ei adresse ${date}. Av tryggleiksgrunnar kan ho ikkje visast igjen.`,
  newAbout: 'Lagar du ei ny, sluttar den gamle å verke.',
  address: 'Adressa di',
  once: 'Kopier ho no: ho blir vist berre denne eine gongen.',
  copy: 'Kopier adressa',
  copied: 'Kopiert',
  copyFailed: 'Det gjekk ikkje å kopiere. Merk adressa og kopier ho sjølv.',
  end: 'Slutt å dele',
  ended: 'Adressa verkar ikkje lenger.',
  couldNotFetch: 'Vi fekk ikkje sett om du har ei adresse.',
  tryAgain: 'Prøv igjen',
};

const en: typeof nb = {
  title: 'The calendar on your phone',
  about:
    'Bring sessions, gatherings and due dates into the calendar you use otherwise. The address is yours alone.',
  make: 'Make an address',
  makeNew: 'Make a new address',
  madeAt: (date) => `You made an address on ${date}. For safety it cannot be shown again.`,
  newAbout: 'If you make a new one, the old one stops working.',
  address: 'Your address',
  once: 'Copy it now: it is shown this once.',
  copy: 'Copy the address',
  copied: 'Copied',
  copyFailed: 'It could not be copied. Mark the address and copy it yourself.',
  end: 'Stop sharing',
  ended: 'The address does not work any more.',
  couldNotFetch: 'We could not see whether you have an address.',
  tryAgain: 'Try again',
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
