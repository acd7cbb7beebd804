import type { Dictionary } from '../../../platform/language.ts';
import type { ChordRefusal, Shortcut } from './shortcut-keys.ts';

const nb = {
  title: 'Hurtigtaster',
  on: 'Hurtigtaster er på',
  off: 'Hurtigtaster er av',
  names: {
    microphone: 'Mikrofon av og på',
    camera: 'Kamera av og på',
    talk: 'Hold for å snakke',
    hand: 'Rekk opp hånda',
    chat: 'Samtale',
    people: 'Folk',
    controls: 'Til knappene nederst',
    list: 'Denne lista',
  } satisfies Record<Shortcut, string>,
  change: 'Endre',
  press: 'Trykk de nye tastene. Esc avbryter.',
  changed: (name: string, keys: string) => `${name}: ${keys}.`,
  unchanged: 'Ingenting er endret.',
  refused: {
    moves: 'Den tasten flytter eller trykker noe på siden. Prøv en annen.',
    writes: 'Den ville slått til mens du skriver. Ta med Ctrl, eller bruk en F-tast.',
    taken: 'Den bruker nettleseren selv. Prøv en annen.',
    alt: 'Alt lager tegn på mange tastaturer. Prøv uten Alt.',
    'in-use': (by: string) => `Den brukes til «${by}». Prøv en annen.`,
  } satisfies Record<ChordRefusal['why'], unknown>,
  reset: 'Tilbakestill hurtigtastene',
  wasReset: 'Hurtigtastene er som fra starten.',
};

const nn: typeof nb = {
  title: 'Snøggtastar',
  on: 'Snøggtastar er på',
  off: 'Snøggtastar er av',
  names: {
    microphone: 'Mikrofon av og på',
    camera: 'Kamera av og på',
    talk: 'Hald for å snakke',
    hand: 'Rekk opp handa',
    chat: 'Samtale',
    people: 'Folk',
    controls: 'Til knappane nedst',
    list: 'Denne lista',
  },
  change: 'Endre',
  press: 'Trykk dei nye tastane. Esc avbryt.',
  changed: (name, keys) => `${name}: ${keys}.`,
  unchanged: 'Ingenting er endra.',
  refused: {
    moves: 'Den tasten flyttar eller trykkjer noko på sida. Prøv ein annan.',
    writes: 'Han ville slått til medan du skriv. Ta med Ctrl, eller bruk ein F-tast.',
    taken: 'Han bruker nettlesaren sjølv. Prøv ein annan.',
    alt: 'Alt lagar teikn på mange tastatur. Prøv utan Alt.',
    'in-use': (by) => `Han blir brukt til «${by}». Prøv ein annan.`,
  },
  reset: 'Still tilbake snøggtastane',
  wasReset: 'Snøggtastane er som frå starten.',
};

const en: typeof nb = {
  title: 'Keyboard shortcuts',
  on: 'Shortcuts are on',
  off: 'Shortcuts are off',
  names: {
    microphone: 'Microphone on and off',
    camera: 'Camera on and off',
    talk: 'Hold to talk',
    hand: 'Raise your hand',
    chat: 'Chat',
    people: 'People',
    controls: 'To the controls',
    list: 'This list',
  },
  change: 'Change',
  press: 'Press the new keys. Esc cancels.',
  changed: (name, keys) => `${name}: ${keys}.`,
  unchanged: 'Nothing is changed.',
  refused: {
    moves: 'That key moves or presses something on the page. Try another.',
    writes: 'It would fire while you write. Hold Ctrl too, or use an F key.',
    taken: 'The browser uses that itself. Try another.',
    alt: 'Alt makes signs on many keyboards. Try without Alt.',
    'in-use': (by) => `It is used for “${by}”. Try another.`,
  },
  reset: 'Reset the shortcuts',
  wasReset: 'The shortcuts are as they were from the start.',
};

export const shortcutWords: Dictionary<typeof nb> = { nb, nn, en };
