import type { AppearanceKind } from '../../../platform/appearance.ts';
import type { Dictionary } from '../../../platform/language.ts';

const nb = {
  title: 'Utseende',
  about: 'Det du velger, ser du med en gang. Det følger deg på alle enhetene dine.',
  kinds: {
    textSize: 'Tekst',
    font: 'Skrift',
    spacing: 'Avstand',
    theme: 'Farger',
    motion: 'Bevegelse',
  } satisfies Record<AppearanceKind, string>,
  textSize: { usual: 'Vanlig', large: 'Stor', larger: 'Større', largest: 'Størst' },
  font: { usual: 'Vanlig', lexend: 'Lexend', opendyslexic: 'OpenDyslexic' },
  spacing: { usual: 'Vanlig', wide: 'Mer luft' },
  theme: { system: 'Som på enheten', light: 'Lyse', dark: 'Mørke' },
  motion: { system: 'Som på enheten', still: 'Ingen' },
  /** As part of a sentence on what is chosen. */
  chosen: {
    textSize: { usual: '', large: 'stor tekst', larger: 'større tekst', largest: 'størst tekst' },
    font: { usual: '', lexend: 'Lexend', opendyslexic: 'OpenDyslexic' },
    spacing: { usual: '', wide: 'mer luft' },
    theme: { system: '', light: 'lyse farger', dark: 'mørke farger' },
    motion: { system: '', still: 'ingen bevegelse' },
  },
  asUsual: 'Som vanlig',
  sampleTitle: 'Slik ser en tekst ut',
  sample:
    'Vi møtes på nett mellom samlingene. Du velger selv når du vil bli sett og hørt, og du kan ta en pause når du trenger det.',
  toUsual: 'Tilbake til det vanlige',
  lowEnergyOn: 'Rolig modus er på. Da er teksten minst «Stor», og ingenting beveger seg.',
};

const nn: typeof nb = {
  title: 'Utsjånad',
  about: 'Det du vel, ser du med ein gong. Det følgjer deg på alle einingane dine.',
  kinds: {
    textSize: 'Tekst',
    font: 'Skrift',
    spacing: 'Avstand',
    theme: 'Fargar',
    motion: 'Rørsle',
  },
  textSize: { usual: 'Vanleg', large: 'Stor', larger: 'Større', largest: 'Størst' },
  font: { usual: 'Vanleg', lexend: 'Lexend', opendyslexic: 'OpenDyslexic' },
  spacing: { usual: 'Vanleg', wide: 'Meir luft' },
  theme: { system: 'Som på eininga', light: 'Lyse', dark: 'Mørke' },
  motion: { system: 'Som på eininga', still: 'Inga' },
  chosen: {
    textSize: { usual: '', large: 'stor tekst', larger: 'større tekst', largest: 'størst tekst' },
    font: { usual: '', lexend: 'Lexend', opendyslexic: 'OpenDyslexic' },
    spacing: { usual: '', wide: 'meir luft' },
    theme: { system: '', light: 'lyse fargar', dark: 'mørke fargar' },
    motion: { system: '', still: 'inga rørsle' },
  },
  asUsual: 'Som vanleg',
  sampleTitle: 'Slik ser ein tekst ut',
  sample:
    'Vi møtest på nett mellom samlingane. Du vel sjølv når du vil bli sett og høyrd, og du kan ta ein pause når du treng det.',
  toUsual: 'Tilbake til det vanlege',
  lowEnergyOn: 'Roleg modus er på. Då er teksten minst «Stor», og ingenting rører seg.',
};

const en: typeof nb = {
  title: 'Appearance',
  about: 'You see what you choose at once. It follows you to all your devices.',
  kinds: {
    textSize: 'Text',
    font: 'Typeface',
    spacing: 'Spacing',
    theme: 'Colours',
    motion: 'Motion',
  },
  textSize: { usual: 'Usual', large: 'Large', larger: 'Larger', largest: 'Largest' },
  font: { usual: 'Usual', lexend: 'Lexend', opendyslexic: 'OpenDyslexic' },
  spacing: { usual: 'Usual', wide: 'More air' },
  theme: { system: 'Like the device', light: 'Light', dark: 'Dark' },
  motion: { system: 'Like the device', still: 'None' },
  chosen: {
    textSize: { usual: '', large: 'large text', larger: 'larger text', largest: 'largest text' },
    font: { usual: '', lexend: 'Lexend', opendyslexic: 'OpenDyslexic' },
    spacing: { usual: '', wide: 'more air' },
    theme: { system: '', light: 'light colours', dark: 'dark colours' },
    motion: { system: '', still: 'no motion' },
  },
  asUsual: 'As usual',
  sampleTitle: 'This is how a text looks',
  sample:
    'We meet online between the gatherings. You choose when you want to be seen and heard, and you can take a break when you need one.',
  toUsual: 'Back to the usual',
  lowEnergyOn: 'Calm mode is on. Then the text is at least “Large”, and nothing moves.',
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
