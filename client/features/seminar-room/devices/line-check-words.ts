import type { Dictionary } from '../../../platform/language.ts';
import type { LineWay } from '../../../platform/line-way.ts';
import type { BrowserFamily } from './browser-advice.ts';
import type { LineSpeed } from './line-speed.ts';

type Found = LineWay | 'unavailable' | 'unreachable' | 'too-soon';
type Sentences = Readonly<Record<Found, string>>;
type Speeds = Readonly<Record<LineSpeed, string>>;
type Advice = Readonly<Record<BrowserFamily, string>>;

const computer =
  'Slå av VPN, eller del nett fra telefonen. På jobb eller skole: be dem som har nettet, åpne for WebRTC (UDP) hit.';

const nb = {
  name: 'Kommer lyd og bilde fram?',
  about: 'Noen nett stopper lyd og bilde, også når farten er god. Prøv om nettet her gjør det.',
  start: 'Prøv herfra',
  again: 'Prøv igjen',
  trying: 'Prøver … Det tar ti sekunder på det meste.',
  cancel: 'Avbryt',
  cancelled: 'Prøven er avbrutt.',
  found: {
    direct: 'Lyd og bilde kommer fram.',
    detour: 'Lyd og bilde kommer fram på en omvei. Det kan hakke.',
    blocked: 'Lyd og bilde kommer ikke fram herfra.',
    'no-line': 'Nettet her stopper linja for lyd og bilde.',
    unavailable: 'Lyd og bilde er ikke klare på Mellom nå. Det er ikke nettet ditt.',
    unreachable: 'Vi når ikke Mellom herfra nå. Sjekk nettet, og prøv igjen.',
    'too-soon': 'Vent noen sekunder, og prøv igjen.',
  } satisfies Sentences,
  speeds: {
    'sound-and-picture': 'Farten her er god nok for lyd og bilde.',
    sound: 'Farten her er god nok for lyd. Bilde kan hakke litt.',
    barely: 'Nettet her er tregt. Velg bare lyd.',
    unreachable: 'Vi når ikke Mellom herfra nå. Sjekk nettet, og prøv igjen.',
  } satisfies Speeds,
  advice: {
    chromium: computer,
    safari: computer,
    firefox: `${computer} Slå av tillegg som stopper WebRTC.`,
    ios: 'Bytt mellom wifi og mobilnett, og prøv igjen. Slå av VPN og Privat trafikk.',
    android: 'Bytt mellom wifi og mobilnett, og prøv igjen. Slå av VPN.',
  } satisfies Advice,
};

const computerNn =
  'Slå av VPN, eller del nett frå telefonen. På jobb eller skule: be dei som har nettet, opne for WebRTC (UDP) hit.';

const nn: typeof nb = {
  name: 'Kjem lyd og bilete fram?',
  about: 'Nokre nett stoppar lyd og bilete, òg når farten er god. Prøv om nettet her gjer det.',
  start: 'Prøv herifrå',
  again: 'Prøv igjen',
  trying: 'Prøver … Det tek ti sekund på det meste.',
  cancel: 'Avbryt',
  cancelled: 'Prøva er avbroten.',
  found: {
    direct: 'Lyd og bilete kjem fram.',
    detour: 'Lyd og bilete kjem fram på ein omveg. Det kan hakke.',
    blocked: 'Lyd og bilete kjem ikkje fram herifrå.',
    'no-line': 'Nettet her stoppar linja for lyd og bilete.',
    unavailable: 'Lyd og bilete er ikkje klare på Mellom no. Det er ikkje nettet ditt.',
    unreachable: 'Vi når ikkje Mellom herifrå no. Sjekk nettet, og prøv igjen.',
    'too-soon': 'Vent nokre sekund, og prøv igjen.',
  },
  speeds: {
    'sound-and-picture': 'Farten her er god nok for lyd og bilete.',
    sound: 'Farten her er god nok for lyd. Bilete kan hakke litt.',
    barely: 'Nettet her er tregt. Vel berre lyd.',
    unreachable: 'Vi når ikkje Mellom herifrå no. Sjekk nettet, og prøv igjen.',
  },
  advice: {
    chromium: computerNn,
    safari: computerNn,
    firefox: `${computerNn} Slå av tillegg som stoppar WebRTC.`,
    ios: 'Byt mellom wifi og mobilnett, og prøv igjen. Slå av VPN og Privat trafikk.',
    android: 'Byt mellom wifi og mobilnett, og prøv igjen. Slå av VPN.',
  },
};

const computerEn =
  'Turn off your VPN, or share the network of your phone. At work or school: ask them to allow WebRTC (UDP) to this site.';

const en: typeof nb = {
  name: 'Do sound and picture get through?',
  about: 'Some networks stop sound and pictures, however fast they are. Try whether this one does.',
  start: 'Try from here',
  again: 'Try again',
  trying: 'Trying … It takes ten seconds at most.',
  cancel: 'Cancel',
  cancelled: 'The test is cancelled.',
  found: {
    direct: 'Sound and pictures get through.',
    detour: 'Sound and pictures get through by a detour. They may stutter.',
    blocked: 'Sound and pictures do not get through from here.',
    'no-line': 'The network here stops the line for sound and pictures.',
    unavailable: 'Sound and pictures are not ready at Mellom now. It is not your network.',
    unreachable: 'We cannot reach Mellom from here. Check the network, and try again.',
    'too-soon': 'Wait a few seconds, and try again.',
  },
  speeds: {
    'sound-and-picture': 'The speed here is good enough for sound and pictures.',
    sound: 'The speed here is good enough for sound. Pictures may stutter.',
    barely: 'The network here is slow. Choose sound only.',
    unreachable: 'We cannot reach Mellom from here. Check the network, and try again.',
  },
  advice: {
    chromium: computerEn,
    safari: computerEn,
    firefox: `${computerEn} Turn off add-ons that stop WebRTC.`,
    ios: 'Change between wifi and mobile data, and try again. Turn off VPN and Private Relay.',
    android: 'Change between wifi and mobile data, and try again. Turn off VPN.',
  },
};

export const lineCheckWords: Dictionary<typeof nb> = { nb, nn, en };
