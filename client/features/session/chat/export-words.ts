import type { Dictionary } from '../../../platform/language.ts';

const nb = {
  more: 'Valg for samtalen',
  download: 'Last ned samtalen',
  fetching: (done: number, total: number) => `Henter ${done} av ${total} meldinger`,
  cancel: 'Avbryt',
  done: 'Samtalen er lastet ned.',
  offline:
    'Vi får ikke kontakt med Mellom, så ingenting er lastet ned. Prøv igjen når nettet er tilbake.',
  failed: 'Vi fikk ikke hentet hele samtalen. Ingenting er lastet ned.',
  tryAgain: 'Prøv igjen',
  /** Before the title in the file's name. */
  fileName: 'samtale',
  file: {
    title: (session: string) => `Samtalen i ${session}`,
    saved: (day: string, time: string) =>
      `Lastet ned ${day} klokka ${time}. Det andre har skrevet, er deres ord: spør før du deler dem.`,
    edited: 'endret',
    replyTo: 'Svar til',
    deleted: 'Meldingen er slettet.',
    hidden: 'En underviser har skjult meldingen.',
    nobody: 'Noen som ikke er her lenger',
  },
};

const nn: typeof nb = {
  more: 'Val for samtalen',
  download: 'Last ned samtalen',
  fetching: (done, total) => `Hentar ${done} av ${total} meldingar`,
  cancel: 'Avbryt',
  done: 'Samtalen er lasta ned.',
  offline:
    'Vi får ikkje kontakt med Mellom, så ingenting er lasta ned. Prøv igjen når nettet er tilbake.',
  failed: 'Vi fekk ikkje henta heile samtalen. Ingenting er lasta ned.',
  tryAgain: 'Prøv igjen',
  fileName: 'samtale',
  file: {
    title: (session) => `Samtalen i ${session}`,
    saved: (day, time) =>
      `Lasta ned ${day} klokka ${time}. Det andre har skrive, er deira ord: spør før du deler dei.`,
    edited: 'endra',
    replyTo: 'Svar til',
    deleted: 'Meldinga er sletta.',
    hidden: 'Ein undervisar har skjult meldinga.',
    nobody: 'Nokon som ikkje er her lenger',
  },
};

const en: typeof nb = {
  more: 'Choices for the chat',
  download: 'Download the chat',
  fetching: (done, total) => `Fetching ${done} of ${total} messages`,
  cancel: 'Cancel',
  done: 'The chat is downloaded.',
  offline: 'We cannot reach Mellom, so nothing is downloaded. Try again when you are back online.',
  failed: 'We could not fetch the whole chat. Nothing is downloaded.',
  tryAgain: 'Try again',
  fileName: 'chat',
  file: {
    title: (session) => `The chat in ${session}`,
    saved: (day, time) =>
      `Downloaded ${day} at ${time}. What others have written is their words: ask before you share them.`,
    edited: 'edited',
    replyTo: 'Reply to',
    deleted: 'The message is deleted.',
    hidden: 'A teacher has hidden the message.',
    nobody: 'Somebody who is no longer here',
  },
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
