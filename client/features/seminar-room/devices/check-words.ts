import type { Dictionary } from '../../../platform/language.ts';
import type { EntryWay } from '../entry-way.ts';

type Ways = Readonly<Record<EntryWay, { readonly name: string; readonly about: string }>>;

const nb = {
  before: 'Før du går inn',
  title: 'Test lyd og bilde',
  goIn: 'Gå inn',
  mirror: 'Slik ser de andre deg',
  cameraIsOff: 'Slik ser de andre deg nå. Kameraet er av.',
  cameraIsOn: 'Bare du ser dette. Kameraet er av når du går inn.',
  turnOn: 'Slå på kamera',
  turnOff: 'Slå av kamera',
  notRecorded: 'Ingenting tas opp.',
  works: 'Virker alt?',
  skip: 'Du kan hoppe over dette.',
  microphone: 'Mikrofon',
  microphoneAbout: 'Trykk, og si noe.',
  hearsYou: 'Prøven hører deg. De andre gjør det ikke.',
  hearsNothing:
    'Vi hører ingenting fra denne mikrofonen. Prøv en annen, eller sjekk bryteren på den.',
  test: 'Prøv',
  stop: 'Stopp',
  speaker: 'Høyttaler',
  speakerAbout: 'Trykk, så kommer en rolig tone.',
  playTone: 'Spill tone',
  backToRoom: 'Tilbake til rommet',
  insideAlready:
    'Du er i rommet i en annen fane, og er der som før. Det du velger her, brukes der med en gang.',
  roomIsThere: 'Rommet er i den andre fanen. Bytt til den.',
  hearsYouToo: 'Prøven hører deg. I rommet høres du bare om mikrofonen er på der.',
  cameraIsOnToo: 'Bare du ser dette. I rommet vises du bare om kameraet er på der.',
  inside: 'Inne er mikrofon og kamera av til du slår dem på.',
  howToBeThere: 'Hvordan vil du være med?',
  ways: {
    see: { name: 'Se og høre', about: 'Mikrofon og kamera er av til du slår dem på.' },
    sound: { name: 'Bare lyd', about: 'Sparer strøm og data.' },
    listen: { name: 'Bare lytte', about: 'De andre ser at du er her.' },
  } satisfies Ways,
};

const nn: typeof nb = {
  before: 'Før du går inn',
  title: 'Test lyd og bilete',
  goIn: 'Gå inn',
  mirror: 'Slik ser dei andre deg',
  cameraIsOff: 'Slik ser dei andre deg no. Kameraet er av.',
  cameraIsOn: 'Berre du ser dette. Kameraet er av når du går inn.',
  turnOn: 'Slå på kamera',
  turnOff: 'Slå av kamera',
  notRecorded: 'Ingenting blir teke opp.',
  works: 'Verkar alt?',
  skip: 'Du kan hoppe over dette.',
  microphone: 'Mikrofon',
  microphoneAbout: 'Trykk, og sei noko.',
  hearsYou: 'Prøva høyrer deg. Dei andre gjer det ikkje.',
  hearsNothing:
    'Vi høyrer ingenting frå denne mikrofonen. Prøv ein annan, eller sjekk brytaren på han.',
  test: 'Prøv',
  stop: 'Stopp',
  speaker: 'Høgtalar',
  speakerAbout: 'Trykk, så kjem ein roleg tone.',
  playTone: 'Spel tone',
  backToRoom: 'Tilbake til rommet',
  insideAlready:
    'Du er i rommet i ei anna fane, og er der som før. Det du vel her, blir brukt der med ein gong.',
  roomIsThere: 'Rommet er i den andre fana. Byt til henne.',
  hearsYouToo: 'Prøva høyrer deg. I rommet høyrest du berre om mikrofonen er på der.',
  cameraIsOnToo: 'Berre du ser dette. I rommet viser du deg berre om kameraet er på der.',
  inside: 'Inne er mikrofon og kamera av til du slår dei på.',
  howToBeThere: 'Korleis vil du vere med?',
  ways: {
    see: { name: 'Sjå og høyre', about: 'Mikrofon og kamera er av til du slår dei på.' },
    sound: { name: 'Berre lyd', about: 'Sparer straum og data.' },
    listen: { name: 'Berre lytte', about: 'Dei andre ser at du er her.' },
  },
};

const en: typeof nb = {
  before: 'Before you go in',
  title: 'Test sound and picture',
  goIn: 'Go in',
  mirror: 'How the others see you',
  cameraIsOff: 'This is how the others see you now. The camera is off.',
  cameraIsOn: 'Only you see this. The camera is off when you go in.',
  turnOn: 'Turn the camera on',
  turnOff: 'Turn the camera off',
  notRecorded: 'Nothing is recorded.',
  works: 'Does it all work?',
  skip: 'You can skip this.',
  microphone: 'Microphone',
  microphoneAbout: 'Press, and say something.',
  hearsYou: 'The test hears you. The others do not.',
  hearsNothing: 'We hear nothing from this microphone. Try another, or check its switch.',
  test: 'Try',
  stop: 'Stop',
  speaker: 'Loudspeaker',
  speakerAbout: 'Press, and a calm tone comes.',
  playTone: 'Play a tone',
  backToRoom: 'Back to the room',
  insideAlready:
    'You are in the room in another tab, as you were. What you choose here is used there at once.',
  roomIsThere: 'The room is in the other tab. Change to that one.',
  hearsYouToo: 'The test hears you. In the room you are heard only if the microphone is on there.',
  cameraIsOnToo: 'Only you see this. In the room you are seen only if the camera is on there.',
  inside: 'Inside, microphone and camera are off until you turn them on.',
  howToBeThere: 'How do you want to be there?',
  ways: {
    see: { name: 'See and hear', about: 'Microphone and camera are off until you turn them on.' },
    sound: { name: 'Sound only', about: 'Saves battery and data.' },
    listen: { name: 'Listen only', about: 'The others see that you are here.' },
  },
};

export const checkWords: Dictionary<typeof nb> = { nb, nn, en };
