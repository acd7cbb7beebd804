import type { BlurTrouble } from '../../../platform/blur/background-blur.ts';
import type { Dictionary } from '../../../platform/language.ts';

type BlurTroubles = Readonly<Record<BlurTrouble, string>>;

const nb = {
  blur: 'Sløret bakgrunn',
  blurAbout: 'De andre ser deg, ikke rommet ditt. Det skjer på din maskin.',
  blurChosen: 'Brukes når kameraet er på.',
  blurLoading: (percent: number) => `Hentes … ${percent} %`,
  blurring: 'Bakgrunnen er sløret.',
  blurCannot: {
    browser: 'Denne nettleseren kan ikke sløre bakgrunnen.',
    'too-slow': 'Maskinen rakk ikke å sløre. Derfor er kameraet slått av.',
    fetch: 'Sløringen lot seg ikke hente. Sjekk nettet, og prøv igjen.',
  } satisfies BlurTroubles,
  tooSlowShown: 'Maskinen rakk ikke å sløre. Kameraet vises uten sløring.',
  noise: 'Demp støy',
  noiseAbout: 'Vifter og gate blir svakere. Slå av hvis stemmen din blir borte.',
  unchanged: 'Kameraet er av, for bakgrunnen kan ikke sløres.',
  showUnchanged: 'Vis uten sløring',
  unplugged: {
    microphone: 'Mikrofonen ble borte.',
    camera: 'Kameraet ble borte.',
  },
  silent: 'Vi hører ingenting fra mikrofonen.',
  silentAbout: 'Sjekk bryteren på den, eller velg en annen.',
  dead: 'Nettleseren har mistet mikrofonen.',
  deadAbout: 'Det skjer etter en samtale på telefonen.',
  stuck: 'Lyden din går ikke fram.',
  stuckAbout: 'De andre hører deg ikke akkurat nå. Det ordner seg som regel av seg selv.',
  flowsAgain: 'Lyden din går fram igjen.',
  revive: 'Få lyden tilbake',
};

const nn: typeof nb = {
  blur: 'Sløra bakgrunn',
  blurAbout: 'Dei andre ser deg, ikkje rommet ditt. Det skjer på maskina di.',
  blurChosen: 'Blir brukt når kameraet er på.',
  blurLoading: (percent) => `Blir henta … ${percent} %`,
  blurring: 'Bakgrunnen er sløra.',
  blurCannot: {
    browser: 'Denne nettlesaren kan ikkje sløre bakgrunnen.',
    'too-slow': 'Maskina rakk ikkje å sløre. Difor er kameraet slått av.',
    fetch: 'Vi fekk ikkje henta sløringa. Sjekk nettet, og prøv igjen.',
  },
  tooSlowShown: 'Maskina rakk ikkje å sløre. Kameraet blir vist utan sløring.',
  noise: 'Demp støy',
  noiseAbout: 'Vifter og gate blir svakare. Slå av om stemma di blir borte.',
  unchanged: 'Kameraet er av, for bakgrunnen kan ikkje slørast.',
  showUnchanged: 'Vis utan sløring',
  unplugged: {
    microphone: 'Mikrofonen vart borte.',
    camera: 'Kameraet vart borte.',
  },
  silent: 'Vi høyrer ingenting frå mikrofonen.',
  silentAbout: 'Sjekk brytaren på han, eller vel ein annan.',
  dead: 'Nettlesaren har mista mikrofonen.',
  deadAbout: 'Det skjer etter ein samtale på telefonen.',
  stuck: 'Lyden din går ikkje fram.',
  stuckAbout: 'Dei andre høyrer deg ikkje akkurat no. Det ordnar seg som regel av seg sjølv.',
  flowsAgain: 'Lyden din går fram igjen.',
  revive: 'Få lyden tilbake',
};

const en: typeof nb = {
  blur: 'Blurred background',
  blurAbout: 'The others see you, not your room. It happens on your own machine.',
  blurChosen: 'Used when the camera is on.',
  blurLoading: (percent) => `Fetching … ${percent} %`,
  blurring: 'The background is blurred.',
  blurCannot: {
    browser: 'This browser cannot blur the background.',
    'too-slow': 'The machine could not keep up. So the camera is turned off.',
    fetch: 'What it takes could not be fetched. Check the network, and try again.',
  },
  tooSlowShown: 'The machine could not keep up with the blurring. The camera is shown without it.',
  noise: 'Reduce noise',
  noiseAbout: 'Fans and streets become fainter. Turn it off if your voice fades.',
  unchanged: 'The camera is off, since the background cannot be blurred.',
  showUnchanged: 'Show without blur',
  unplugged: {
    microphone: 'The microphone went away.',
    camera: 'The camera went away.',
  },
  silent: 'We hear nothing from the microphone.',
  silentAbout: 'Check its switch, or choose another.',
  dead: 'The browser has lost the microphone.',
  deadAbout: 'It happens after a call on the phone.',
  stuck: 'Your sound does not get through.',
  stuckAbout: 'The others do not hear you just now. It mostly mends itself.',
  flowsAgain: 'Your sound gets through again.',
  revive: 'Get the sound back',
};

export const choiceWords: Dictionary<typeof nb> = { nb, nn, en };
