import type { saveProfile } from '#shared/features/identity/profile/commands.ts';
import {
  NAME_MAX,
  type PictureRefusal,
  PRONOUNS_MAX,
} from '#shared/features/identity/profile/model.ts';
import type { NameFault } from '#shared/features/identity/profile/rules.ts';
import type { RefusalOf, UniversalRefusal } from '#shared/wire/contract.ts';
import type { Dictionary } from '../../../platform/language.ts';
import { refusalWords } from '../../../platform/refusal-words.ts';

type Refusals = Readonly<Record<RefusalOf<typeof saveProfile> | UniversalRefusal, string>>;
type PictureRefusals = Readonly<Record<PictureRefusal | 'offline', string>>;
type Faults = Readonly<Record<NameFault, (length: number) => string>>;

const nb = {
  title: 'Slik vises du',
  intro:
    'Du bestemmer selv hva andre ser av deg. Når du har lagret, ser de det med en gang, også i en økt som er i gang.',
  fetching: 'Henter det du har valgt',
  couldNotFetch: 'Vi fikk ikke hentet det du har valgt',
  couldNotFetchAbout: 'Det er trygt hos oss. Prøv igjen om litt.',
  tryAgain: 'Prøv igjen',
  name: 'Navn',
  nameAbout: 'Vises i økter, samtaler og dokumenter.',
  registered: (name: string) =>
    `I skolens lister heter du ${name}. Det navnet står på det du leverer inn.`,
  useRegistered: 'Bruk navnet i skolens lister',
  givenName: 'Fornavn',
  givenNameAbout: 'Står alene i samtaleringer, og der det er liten plass.',
  pronouns: 'Pronomen, hvis du vil',
  pronounsAbout: 'Vises under navnet ditt i Folk. Feltet kan stå tomt.',
  suggestions: 'Forslag til pronomen',
  usual: ['hun/henne', 'han/ham', 'hen', 'de/dem'],
  picture: 'Bilde, hvis du vil',
  pictureAbout:
    'Vises for dem du er i økt med. Vi tegner det på nytt som et lite kvadrat, og resten av fila blir ikke lagret. JPEG, PNG, WebP eller GIF, opptil 15 MB.',
  choosePicture: 'Velg bilde',
  changePicture: 'Bytt bilde',
  removePicture: 'Ta bort bildet',
  sendingPicture: 'Sender bildet …',
  pictureSaved: 'Bildet er lagret. Andre ser det nå.',
  pictureRemoved: 'Bildet er slettet. En tegning står i stedet.',
  pictureRefusals: {
    'too-large': 'Bildet er større enn 15 MB. Lagre det mindre, og prøv igjen.',
    'too-many-pixels': 'Bildet har for mange bildepunkter. Lagre det mindre, og prøv igjen.',
    heic: 'Bildet er av typen HEIC, som nettlesere ikke kan vise. Lagre det som JPEG, eller ta et skjermbilde av det.',
    'not-an-image': 'Dette kan vi ikke lese som et bilde. Prøv JPEG eller PNG.',
    'too-many-calls': 'Det ble mange bilder på kort tid. Vent litt, og prøv igjen.',
    'signed-out': 'Du er logget ut.',
    'not-found': 'Dette er ikke lenger tilgjengelig for deg.',
    'try-again': 'Vi får ikke lagret bildet akkurat nå. Prøv igjen om litt.',
    offline: 'Du er uten nett. Prøv igjen når nettet er tilbake.',
  } satisfies PictureRefusals as PictureRefusals,
  preview: 'Slik ser andre deg',
  inSession: 'I en økt',
  inCircle: 'I en samtalering',
  handedIn: 'På det du leverer inn',
  inSessionAbout: 'De som er med i økten',
  inCircleAbout: 'De som er med. Etternavnet sendes ikke til noen',
  handedInAbout: 'Underviserne, og de du leverer sammen med',
  nameFaults: {
    'no-letter': () => 'Skriv et navn med minst én bokstav.',
    'too-long': (length) => `Det er plass til ${NAME_MAX} tegn. Her er det ${length}.`,
    unreadable: () =>
      'Her er det tegn som ikke kan leses. Skriv navnet for hånd i stedet for å lime det inn.',
    mixed: () => 'Bruk bokstaver fra ett alfabet i hvert ord, så ingen tas for en annen.',
  } satisfies Faults as Faults,
  pronounFaults: {
    'no-letter': () => 'Skriv med bokstaver, eller la feltet stå tomt.',
    'too-long': (length) => `Det er plass til ${PRONOUNS_MAX} tegn. Her er det ${length}.`,
    unreadable: () =>
      'Her er det tegn som ikke kan leses. Skriv det for hånd i stedet for å lime det inn.',
    mixed: () => 'Bruk bokstaver fra ett alfabet i hvert ord, så ingen tas for en annen.',
  } satisfies Faults as Faults,
  save: 'Lagre',
  saving: 'Lagrer …',
  saved: 'Lagret. Slik vises du nå.',
  refusals: {
    ...refusalWords.nb,
    'not-a-name': 'Navnet kan ikke brukes slik det er skrevet. Se over feltene.',
    'not-pronouns': 'Pronomenet kan ikke brukes slik det er skrevet. Se over feltet.',
    'somebody-elses-name':
      'Noen andre på skolen heter det. Legg til et mellomnavn eller en bokstav, så ingen tar dere for hverandre.',
  } satisfies Refusals as Refusals,
};

const nn: typeof nb = {
  title: 'Slik blir du vist',
  intro:
    'Du bestemmer sjølv kva andre ser av deg. Når du har lagra, ser dei det med ein gong, også i ei økt som er i gang.',
  fetching: 'Hentar det du har valt',
  couldNotFetch: 'Vi fekk ikkje henta det du har valt',
  couldNotFetchAbout: 'Det er trygt hos oss. Prøv igjen om litt.',
  tryAgain: 'Prøv igjen',
  name: 'Namn',
  nameAbout: 'Blir vist i økter, samtalar og dokument.',
  registered: (name) =>
    `I listene til skulen heiter du ${name}. Det namnet står på det du leverer inn.`,
  useRegistered: 'Bruk namnet i listene til skulen',
  givenName: 'Førenamn',
  givenNameAbout: 'Står åleine i samtaleringar, og der det er lita plass.',
  pronouns: 'Pronomen, om du vil',
  pronounsAbout: 'Blir vist under namnet ditt i Folk. Feltet kan stå tomt.',
  suggestions: 'Framlegg til pronomen',
  usual: ['ho/henne', 'han', 'hen', 'dei'],
  picture: 'Bilete, om du vil',
  pictureAbout:
    'Blir vist for dei du er i økt med. Vi teiknar det på nytt som eit lite kvadrat, og resten av fila blir ikkje lagra. JPEG, PNG, WebP eller GIF, opptil 15 MB.',
  choosePicture: 'Vel bilete',
  changePicture: 'Byt bilete',
  removePicture: 'Ta bort biletet',
  sendingPicture: 'Sender biletet …',
  pictureSaved: 'Biletet er lagra. Andre ser det no.',
  pictureRemoved: 'Biletet er sletta. Ei teikning står i staden.',
  pictureRefusals: {
    'too-large': 'Biletet er større enn 15 MB. Lagre det mindre, og prøv igjen.',
    'too-many-pixels': 'Biletet har for mange biletpunkt. Lagre det mindre, og prøv igjen.',
    heic: 'Biletet er av typen HEIC, som nettlesarar ikkje kan vise. Lagre det som JPEG, eller ta eit skjermbilete av det.',
    'not-an-image': 'Dette kan vi ikkje lese som eit bilete. Prøv JPEG eller PNG.',
    'too-many-calls': 'Det blei mange bilete på kort tid. Vent litt, og prøv igjen.',
    'signed-out': 'Du er logga ut.',
    'not-found': 'Dette er ikkje lenger tilgjengeleg for deg.',
    'try-again': 'Vi får ikkje lagra biletet akkurat no. Prøv igjen om litt.',
    offline: 'Du er utan nett. Prøv igjen når nettet er tilbake.',
  },
  preview: 'Slik ser andre deg',
  inSession: 'I ei økt',
  inCircle: 'I ein samtalering',
  handedIn: 'På det du leverer inn',
  inSessionAbout: 'Dei som er med i økta',
  inCircleAbout: 'Dei som er med. Etternamnet blir ikkje sendt til nokon',
  handedInAbout: 'Undervisarane, og dei du leverer saman med',
  nameFaults: {
    'no-letter': () => 'Skriv eit namn med minst éin bokstav.',
    'too-long': (length) => `Det er plass til ${NAME_MAX} teikn. Her er det ${length}.`,
    unreadable: () =>
      'Her er det teikn som ikkje kan lesast. Skriv namnet for hand i staden for å lime det inn.',
    mixed: () => 'Bruk bokstavar frå eitt alfabet i kvart ord, så ingen blir teken for ein annan.',
  },
  pronounFaults: {
    'no-letter': () => 'Skriv med bokstavar, eller la feltet stå tomt.',
    'too-long': (length) => `Det er plass til ${PRONOUNS_MAX} teikn. Her er det ${length}.`,
    unreadable: () =>
      'Her er det teikn som ikkje kan lesast. Skriv det for hand i staden for å lime det inn.',
    mixed: () => 'Bruk bokstavar frå eitt alfabet i kvart ord, så ingen blir teken for ein annan.',
  },
  save: 'Lagre',
  saving: 'Lagrar …',
  saved: 'Lagra. Slik blir du vist no.',
  refusals: {
    ...refusalWords.nn,
    'not-a-name': 'Namnet kan ikkje brukast slik det er skrive. Sjå over felta.',
    'not-pronouns': 'Pronomenet kan ikkje brukast slik det er skrive. Sjå over feltet.',
    'somebody-elses-name':
      'Nokon andre på skulen heiter det. Legg til eit mellomnamn eller ein bokstav, så ingen tek dykk for kvarandre.',
  },
};

const en: typeof nb = {
  title: 'How you are shown',
  intro:
    'You decide what others see of you. When you have saved, they see it at once, also in a session that is under way.',
  fetching: 'Fetching what you have chosen',
  couldNotFetch: 'We could not fetch what you have chosen',
  couldNotFetchAbout: 'It is safe with us. Try again in a little while.',
  tryAgain: 'Try again',
  name: 'Name',
  nameAbout: 'Shown in sessions, chats and documents.',
  registered: (name) =>
    `In the school’s lists you are ${name}. That name stands on what you hand in.`,
  useRegistered: 'Use the name in the school’s lists',
  givenName: 'First name',
  givenNameAbout: 'Stands alone in talking circles, and where there is little room.',
  pronouns: 'Pronouns, if you like',
  pronounsAbout: 'Shown under your name in People. The field may be empty.',
  suggestions: 'Suggested pronouns',
  usual: ['she/her', 'he/him', 'they/them', 'ze/zir'],
  picture: 'Picture, if you like',
  pictureAbout:
    'Shown to those you are in a session with. We draw it anew as a small square, and the rest of the file is not kept. JPEG, PNG, WebP or GIF, up to 15 MB.',
  choosePicture: 'Choose a picture',
  changePicture: 'Change the picture',
  removePicture: 'Remove the picture',
  sendingPicture: 'Sending the picture …',
  pictureSaved: 'The picture is saved. Others see it now.',
  pictureRemoved: 'The picture is erased. A drawing stands in its place.',
  pictureRefusals: {
    'too-large': 'The picture is larger than 15 MB. Save it smaller, and try again.',
    'too-many-pixels': 'The picture has too many pixels. Save it smaller, and try again.',
    heic: 'The picture is of the kind HEIC, which browsers cannot show. Save it as JPEG, or take a screenshot of it.',
    'not-an-image': 'We cannot read this as a picture. Try JPEG or PNG.',
    'too-many-calls': 'That was many pictures in a short time. Wait a little, and try again.',
    'signed-out': 'You are signed out.',
    'not-found': 'This is no longer available to you.',
    'try-again': 'We cannot save the picture just now. Try again in a little while.',
    offline: 'You are offline. Try again when you are online.',
  },
  preview: 'How others see you',
  inSession: 'In a session',
  inCircle: 'In a talking circle',
  handedIn: 'On what you hand in',
  inSessionAbout: 'Those who are in the session',
  inCircleAbout: 'Those who are in it. The last name is sent to nobody',
  handedInAbout: 'The teachers, and those you hand in with',
  nameFaults: {
    'no-letter': () => 'Write a name with at least one letter.',
    'too-long': (length) => `There is room for ${NAME_MAX} characters. Here are ${length}.`,
    unreadable: () =>
      'There are signs here that cannot be read. Type the name instead of pasting it.',
    mixed: () =>
      'Use letters of one alphabet in each word, so that nobody is taken for somebody else.',
  },
  pronounFaults: {
    'no-letter': () => 'Use letters, or leave the field empty.',
    'too-long': (length) => `There is room for ${PRONOUNS_MAX} characters. Here are ${length}.`,
    unreadable: () => 'There are signs here that cannot be read. Type it instead of pasting it.',
    mixed: () =>
      'Use letters of one alphabet in each word, so that nobody is taken for somebody else.',
  },
  save: 'Save',
  saving: 'Saving …',
  saved: 'Saved. This is how you are shown now.',
  refusals: {
    ...refusalWords.en,
    'not-a-name': 'The name cannot be used as it is written. Look over the fields.',
    'not-pronouns': 'The pronouns cannot be used as they are written. Look over the field.',
    'somebody-elses-name':
      'Somebody else at the school is called that. Add a middle name or a letter, so that nobody takes you for each other.',
  },
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
