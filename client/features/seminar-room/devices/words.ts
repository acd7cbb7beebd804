import { type Dictionary, plural } from '../../../platform/language.ts';
import type { DeviceTrouble } from '../../../platform/media-line.ts';
import type { OwnSource } from '../join/mute-intent.ts';
import type { BrowserFamily } from './browser-advice.ts';

type Spoken = Readonly<Record<OwnSource, (on: boolean) => string>> & {
  readonly takesPart: string;
};

const nb = {
  microphoneOn: 'Mikrofon på',
  microphoneOff: 'Mikrofon av',
  microphoneOpens: 'Mikrofon åpnes',
  microphoneLocked: 'Mikrofon låst',
  noSound: 'Ingen lyd',
  notSent: 'Sendes ikke',
  cameraOn: 'Kamera på',
  cameraOff: 'Kamera av',
  cameraOpens: 'Kamera åpnes',
  turnCameraOn: 'Slå på kameraet',
  cameraAside: 'I rolig modus står det her.',
  lockedHint: 'Underviseren har låst mikrofonene. Rekk opp hånda når du vil si noe.',
  noSoundHint: 'Lyden er ikke koblet til ennå.',
  stuckHint: 'Lyden din går ikke fram akkurat nå.',
  listensOnly: 'Bare lytter',
  listensHint: 'Trykk når du vil kunne snakke eller vises.',
  trouble: {
    denied: {
      microphone: 'Nettleseren slipper oss ikke til mikrofonen.',
      camera: 'Nettleseren slipper oss ikke til kameraet.',
      screen: 'Nettleseren slipper oss ikke til skjermen.',
    },
    missing: {
      microphone: 'Vi finner ingen mikrofon.',
      camera: 'Vi finner ikke noe kamera.',
      screen: 'Vi finner ingen skjerm å dele.',
    },
    busy: {
      microphone: 'Mikrofonen er opptatt.',
      camera: 'Kameraet er opptatt.',
      screen: 'Skjermen kan ikke deles nå.',
    },
    locked: {
      microphone: 'Mikrofonene er låst.',
      camera: 'Du kan ikke sende bilde nå.',
      screen: 'Du må få lov til å dele skjerm.',
    },
    other: {
      microphone: 'Mikrofonen lot seg ikke slå på.',
      camera: 'Kameraet lot seg ikke slå på.',
      screen: 'Skjermen lot seg ikke dele.',
    },
  } satisfies Record<DeviceTrouble, Record<OwnSource, string>>,
  allow: {
    chromium: 'Trykk på tegnet til venstre for adressen, velg Tillat, og prøv igjen.',
    firefox: 'Trykk på det overstrøkne tegnet ved adressen, fjern sperren, og prøv igjen.',
    safari: 'Velg Safari, Innstillinger for dette nettstedet, velg Tillat, og prøv igjen.',
    ios: 'Trykk på tegnet ved adressen, velg Nettstedsinnstillinger, Tillat, og prøv igjen.',
    android: 'Trykk på tegnet ved adressen, velg Tillatelser, slå på, og prøv igjen.',
  } satisfies Record<BrowserFamily, string>,
  plugIn: 'Sett inn eller slå på utstyret, og prøv igjen.',
  closeOthers: 'Lukk andre programmer som bruker det, og prøv igjen.',
  askTeacher: 'Spør underviseren i samtalen.',
  restart: 'Prøv igjen. Hjelper det ikke, start nettleseren på nytt.',
  stillWith: 'Du ser, hører og skriver som før.',
  tryAgain: 'Prøv igjen',
  close: 'Lukk',
  spoken: {
    microphone: (on) => (on ? 'Mikrofonen er på.' : 'Mikrofonen er av.'),
    camera: (on) => (on ? 'Kameraet er på.' : 'Kameraet er av.'),
    screen: (on) => (on ? 'Du deler skjermen.' : 'Du deler ikke skjermen lenger.'),
    takesPart: 'Mikrofon og kamera er framme. Begge er av.',
  } as Spoken,
  more: 'Mer',
  moreWithSome: (count: number) => `Mer, ${count}`,
  moreWithMessages: (count: number) =>
    `Mer, ${plural('nb', count, { one: '1 melding', other: `${count} meldinger` })}`,
  moreWithHands: (count: number) =>
    `Mer, ${plural('nb', count, { one: '1 hånd oppe', other: `${count} hender oppe` })}`,
  andHands: (count: number) =>
    ` og ${plural('nb', count, { one: '1 hånd oppe', other: `${count} hender oppe` })}`,
  goTo: 'Gå til',
  soundAndPicture: 'Lyd og bilde',
  keyboard: 'Tastatur',
  shortcutsAbout: 'Se hvilke taster som gjør hva, og bytt dem.',
  shareScreen: 'Del skjerm',
  shareScreenAbout: 'Du velger selv vindu eller skjerm. Lyden kan følge med.',
  checkDevices: 'Test lyd og bilde',
  checkDevicesAbout: 'Åpnes i en ny fane. Du blir værende her.',
};

const nn: typeof nb = {
  microphoneOn: 'Mikrofon på',
  microphoneOff: 'Mikrofon av',
  microphoneOpens: 'Opnar mikrofon',
  microphoneLocked: 'Mikrofon låst',
  noSound: 'Ingen lyd',
  notSent: 'Blir ikkje send',
  cameraOn: 'Kamera på',
  cameraOff: 'Kamera av',
  cameraOpens: 'Opnar kamera',
  turnCameraOn: 'Slå på kameraet',
  cameraAside: 'I roleg modus står det her.',
  lockedHint: 'Undervisaren har låst mikrofonane. Rekk opp handa når du vil seie noko.',
  noSoundHint: 'Lyden er ikkje kopla til enno.',
  stuckHint: 'Lyden din går ikkje fram akkurat no.',
  listensOnly: 'Lyttar berre',
  listensHint: 'Trykk når du vil kunne snakke eller visast.',
  trouble: {
    denied: {
      microphone: 'Nettlesaren slepp oss ikkje til mikrofonen.',
      camera: 'Nettlesaren slepp oss ikkje til kameraet.',
      screen: 'Nettlesaren slepp oss ikkje til skjermen.',
    },
    missing: {
      microphone: 'Vi finn ingen mikrofon.',
      camera: 'Vi finn ikkje noko kamera.',
      screen: 'Vi finn ingen skjerm å dele.',
    },
    busy: {
      microphone: 'Mikrofonen er oppteken.',
      camera: 'Kameraet er oppteke.',
      screen: 'Skjermen kan ikkje delast no.',
    },
    locked: {
      microphone: 'Mikrofonane er låste.',
      camera: 'Du kan ikkje sende bilete no.',
      screen: 'Du må få lov til å dele skjerm.',
    },
    other: {
      microphone: 'Mikrofonen lét seg ikkje slå på.',
      camera: 'Kameraet lét seg ikkje slå på.',
      screen: 'Skjermen lét seg ikkje dele.',
    },
  },
  allow: {
    chromium: 'Trykk på teiknet til venstre for adressa, vel Tillat, og prøv igjen.',
    firefox: 'Trykk på det overstrokne teiknet ved adressa, fjern sperra, og prøv igjen.',
    safari: 'Vel Safari, Innstillingar for denne nettstaden, vel Tillat, og prøv igjen.',
    ios: 'Trykk på teiknet ved adressa, vel Innstillingar for nettstaden, Tillat, og prøv igjen.',
    android: 'Trykk på teiknet ved adressa, vel Løyve, slå på, og prøv igjen.',
  },
  plugIn: 'Set inn eller slå på utstyret, og prøv igjen.',
  closeOthers: 'Lukk andre program som bruker det, og prøv igjen.',
  askTeacher: 'Spør undervisaren i samtalen.',
  restart: 'Prøv igjen. Hjelper det ikkje, start nettlesaren på nytt.',
  stillWith: 'Du ser, høyrer og skriv som før.',
  tryAgain: 'Prøv igjen',
  close: 'Lukk',
  spoken: {
    microphone: (on) => (on ? 'Mikrofonen er på.' : 'Mikrofonen er av.'),
    camera: (on) => (on ? 'Kameraet er på.' : 'Kameraet er av.'),
    screen: (on) => (on ? 'Du deler skjermen.' : 'Du deler ikkje skjermen lenger.'),
    takesPart: 'Mikrofon og kamera er framme. Begge er av.',
  },
  more: 'Meir',
  moreWithSome: (count) => `Meir, ${count}`,
  moreWithMessages: (count) =>
    `Meir, ${plural('nn', count, { one: '1 melding', other: `${count} meldingar` })}`,
  moreWithHands: (count) =>
    `Meir, ${plural('nn', count, { one: '1 hand oppe', other: `${count} hender oppe` })}`,
  andHands: (count) =>
    ` og ${plural('nn', count, { one: '1 hand oppe', other: `${count} hender oppe` })}`,
  goTo: 'Gå til',
  soundAndPicture: 'Lyd og bilete',
  keyboard: 'Tastatur',
  shortcutsAbout: 'Sjå kva tastar som gjer kva, og byt dei.',
  shareScreen: 'Del skjerm',
  shareScreenAbout: 'Du vel sjølv vindauge eller skjerm. Lyden kan følgje med.',
  checkDevices: 'Test lyd og bilete',
  checkDevicesAbout: 'Blir opna i ei ny fane. Du blir verande her.',
};

const en: typeof nb = {
  microphoneOn: 'Mic on',
  microphoneOff: 'Mic off',
  microphoneOpens: 'Mic opening',
  microphoneLocked: 'Mic locked',
  noSound: 'No sound',
  notSent: 'Not sent',
  cameraOn: 'Camera on',
  cameraOff: 'Camera off',
  cameraOpens: 'Camera opening',
  turnCameraOn: 'Turn the camera on',
  cameraAside: 'In calm mode it stands here.',
  lockedHint: 'The teacher has locked the microphones. Raise your hand when you want to speak.',
  noSoundHint: 'The sound is not connected yet.',
  stuckHint: 'Your sound does not get through just now.',
  listensOnly: 'Listens only',
  listensHint: 'Press when you want to be able to speak or be seen.',
  trouble: {
    denied: {
      microphone: 'The browser does not let us use the microphone.',
      camera: 'The browser does not let us use the camera.',
      screen: 'The browser does not let us show the screen.',
    },
    missing: {
      microphone: 'We find no microphone.',
      camera: 'We find no camera.',
      screen: 'We find no screen to share.',
    },
    busy: {
      microphone: 'The microphone is in use elsewhere.',
      camera: 'The camera is in use elsewhere.',
      screen: 'The screen cannot be shared now.',
    },
    locked: {
      microphone: 'The microphones are locked.',
      camera: 'You cannot send pictures now.',
      screen: 'You need leave to share a screen.',
    },
    other: {
      microphone: 'The microphone could not be turned on.',
      camera: 'The camera could not be turned on.',
      screen: 'The screen could not be shared.',
    },
  },
  allow: {
    chromium: 'Press the sign to the left of the address, choose Allow, and try again.',
    firefox: 'Press the crossed-out sign by the address, remove the block, and try again.',
    safari: 'Choose Safari, Settings for This Website, choose Allow, and try again.',
    ios: 'Press the sign by the address, choose Website Settings, Allow, and try again.',
    android: 'Press the sign by the address, choose Permissions, turn it on, and try again.',
  },
  plugIn: 'Plug it in or turn it on, and try again.',
  closeOthers: 'Close other programs that use it, and try again.',
  askTeacher: 'Ask the teacher in the chat.',
  restart: 'Try again. If it does not help, restart the browser.',
  stillWith: 'You see, hear and write as before.',
  tryAgain: 'Try again',
  close: 'Close',
  spoken: {
    microphone: (on) => (on ? 'The microphone is on.' : 'The microphone is off.'),
    camera: (on) => (on ? 'The camera is on.' : 'The camera is off.'),
    screen: (on) => (on ? 'You share your screen.' : 'You no longer share your screen.'),
    takesPart: 'Microphone and camera are at hand. Both are off.',
  },
  more: 'More',
  moreWithSome: (count) => `More, ${count}`,
  moreWithMessages: (count) =>
    `More, ${plural('en', count, { one: '1 message', other: `${count} messages` })}`,
  moreWithHands: (count) =>
    `More, ${plural('en', count, { one: '1 hand up', other: `${count} hands up` })}`,
  andHands: (count) =>
    ` and ${plural('en', count, { one: '1 hand up', other: `${count} hands up` })}`,
  goTo: 'Go to',
  soundAndPicture: 'Sound and picture',
  keyboard: 'Keyboard',
  shortcutsAbout: 'See which keys do what, and change them.',
  shareScreen: 'Share screen',
  shareScreenAbout: 'You choose the window or screen yourself. The sound can come along.',
  checkDevices: 'Test sound and picture',
  checkDevicesAbout: 'Opens in a new tab. You stay here.',
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
