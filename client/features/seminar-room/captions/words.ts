import type { Dictionary } from '../../../platform/language.ts';
import type { OwnSpeechState } from './own-speech.ts';

type About = Readonly<Record<OwnSpeechState, string>>;

const nb = {
  captionMe: 'Tekst det jeg sier',
  isOn: 'Det du sier, blir tekst hos alle.',
  stop: 'Stopp',
  about: {
    off: 'Denne enheten skriver ned det du sier i mikrofonen, til alle. Lyden forlater den ikke for det.',
    fetching: 'Nettleseren henter språket …',
    on: 'Det du sier mens mikrofonen er på, står som tekst hos alle. Ingenting lagres.',
    cannot: 'Enheten klarte det ikke. Du kan prøve igjen.',
    refused: 'Teksten din ble ikke vist. Økten er over, eller du sitter ikke i den lenger.',
  } satisfies About as About,
  aboutToFetch:
    'Denne enheten kan skrive ned det du sier, til alle. Nettleseren må hente språket først.',
};

const nn: typeof nb = {
  captionMe: 'Tekst det eg seier',
  isOn: 'Det du seier, blir tekst hos alle.',
  stop: 'Stopp',
  about: {
    off: 'Denne eininga skriv ned det du seier i mikrofonen, til alle. Lyden forlèt ho ikkje for det.',
    fetching: 'Nettlesaren hentar språket …',
    on: 'Det du seier medan mikrofonen er på, står som tekst hos alle. Ingenting blir lagra.',
    cannot: 'Eininga klarte det ikkje. Du kan prøve igjen.',
    refused: 'Teksten din vart ikkje vist. Økta er over, eller du sit ikkje i ho lenger.',
  },
  aboutToFetch:
    'Denne eininga kan skrive ned det du seier, til alle. Nettlesaren må hente språket først.',
};

const en: typeof nb = {
  captionMe: 'Caption what I say',
  isOn: 'What you say is written for all.',
  stop: 'Stop',
  about: {
    off: 'This device writes down what you say into the microphone, for all. The sound does not leave it for that.',
    fetching: 'The browser fetches the language …',
    on: 'What you say while the microphone is on stands in writing for all. Nothing is stored.',
    cannot: 'The device could not do it. You can try again.',
    refused: 'Your text was not shown. The session is over, or you do not sit in it any more.',
  },
  aboutToFetch:
    'This device can write down what you say, for all. The browser has to fetch the language first.',
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
