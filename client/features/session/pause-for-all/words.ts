import type {
  endPauseForAll,
  lengthenPauseForAll,
  sayReady,
  startPauseForAll,
} from '#shared/features/session/pause-for-all/commands.ts';
import type { RefusalOf } from '#shared/wire/contract.ts';
import type { Dictionary } from '../../../platform/language.ts';

type Refusals = Readonly<
  Record<
    | RefusalOf<typeof startPauseForAll>
    | RefusalOf<typeof lengthenPauseForAll>
    | RefusalOf<typeof endPauseForAll>
    | RefusalOf<typeof sayReady>,
    string
  >
>;

const nb = {
  forAll: 'Pause for alle',
  forAllAbout: (minutes: number) =>
    `${minutes} minutter. Du kan forlenge eller avslutte når som helst.`,
  startFor: (minutes: number) => `Pause for alle, ${minutes} min`,
  startPlanned: 'Vis pausen for alle',
  until: (time: string) => `Pause til ${time}`,
  left: (minutes: number, seconds: number) =>
    minutes > 0 ? `${minutes} min igjen` : `${seconds} s igjen`,
  about: 'Samtale, folk, dokument og hånda er der som ellers.',
  hint: 'Slå gjerne av mikrofon og kamera. Ingen gjør det for deg.',
  ready: 'Jeg er klar',
  youAreReady: 'Du er klar',
  readyAbout: 'De andre ser hvor mange som er klare, ikke hvem.',
  count: (ready: number, here: number) => `${ready} av ${here} er klare`,
  sound: 'Mild lyd når pausen er over',
  more: (minutes: number) => `${minutes} min til`,
  end: 'Avslutt pausen',
  spoken: {
    started: (time: string) => `Pause til ${time}.`,
    lengthened: (time: string) => `Pausen varer til ${time}.`,
    over: 'Pausen er over. Vi fortsetter.',
    ready: 'Du har sagt at du er klar.',
    notReady: 'Du er ikke markert som klar lenger.',
  },
  refusals: {
    'not-joined': 'Du er ikke inne i økten. Bli med igjen først.',
    'session-over': 'Økten er over.',
    'no-pause': 'Pausen er over.',
    'on-pause': 'Du har pause for deg selv. Kom tilbake først.',
    'already-changed': 'Pausen var nettopp endret av en annen underviser.',
    'too-long': 'En pause kan være halvannen time på det lengste.',
  } satisfies Refusals,
};

const nn: typeof nb = {
  forAll: 'Pause for alle',
  forAllAbout: (minutes) => `${minutes} minutt. Du kan forlengje eller avslutte når som helst.`,
  startFor: (minutes) => `Pause for alle, ${minutes} min`,
  startPlanned: 'Vis pausen for alle',
  until: (time) => `Pause til ${time}`,
  left: (minutes, seconds) => (minutes > 0 ? `${minutes} min igjen` : `${seconds} s igjen`),
  about: 'Samtale, folk, dokument og handa er der som elles.',
  hint: 'Slå gjerne av mikrofon og kamera. Ingen gjer det for deg.',
  ready: 'Eg er klar',
  youAreReady: 'Du er klar',
  readyAbout: 'Dei andre ser kor mange som er klare, ikkje kven.',
  count: (ready, here) => `${ready} av ${here} er klare`,
  sound: 'Mild lyd når pausen er over',
  more: (minutes) => `${minutes} min til`,
  end: 'Avslutt pausen',
  spoken: {
    started: (time) => `Pause til ${time}.`,
    lengthened: (time) => `Pausen varer til ${time}.`,
    over: 'Pausen er over. Vi held fram.',
    ready: 'Du har sagt at du er klar.',
    notReady: 'Du er ikkje markert som klar lenger.',
  },
  refusals: {
    'not-joined': 'Du er ikkje inne i økta. Bli med igjen først.',
    'session-over': 'Økta er over.',
    'no-pause': 'Pausen er over.',
    'on-pause': 'Du har pause for deg sjølv. Kom tilbake først.',
    'already-changed': 'Pausen vart nettopp endra av ein annan undervisar.',
    'too-long': 'Ein pause kan vere halvannan time på det lengste.',
  },
};

const en: typeof nb = {
  forAll: 'Break for everybody',
  forAllAbout: (minutes) => `${minutes} minutes. You can make it longer or end it at any time.`,
  startFor: (minutes) => `Break for everybody, ${minutes} min`,
  startPlanned: 'Show the break to all',
  until: (time) => `Break until ${time}`,
  left: (minutes, seconds) => (minutes > 0 ? `${minutes} min left` : `${seconds} s left`),
  about: 'Chat, people, document and your hand are there as usual.',
  hint: 'Feel free to turn off your microphone and camera. Nobody does it for you.',
  ready: 'I am ready',
  youAreReady: 'You are ready',
  readyAbout: 'The others see how many are ready, not who.',
  count: (ready, here) => `${ready} of ${here} are ready`,
  sound: 'A gentle sound when the break is over',
  more: (minutes) => `${minutes} min more`,
  end: 'End the break',
  spoken: {
    started: (time) => `Break until ${time}.`,
    lengthened: (time) => `The break lasts until ${time}.`,
    over: 'The break is over. We go on.',
    ready: 'You have said that you are ready.',
    notReady: 'You are no longer marked as ready.',
  },
  refusals: {
    'not-joined': 'You are not in the session. Join again first.',
    'session-over': 'The session is over.',
    'no-pause': 'The break is over.',
    'on-pause': 'You are on a pause of your own. Come back first.',
    'already-changed': 'Another teacher has just changed the break.',
    'too-long': 'A break can be an hour and a half at most.',
  },
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
