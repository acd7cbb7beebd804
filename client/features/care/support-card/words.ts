import type { changeSupportCard } from '#shared/features/care/support-card/commands.ts';
import type { NATIONAL_LINES } from '#shared/features/care/support-card/model.ts';
import type { RefusalOf, UniversalRefusal } from '#shared/wire/contract.ts';
import type { Dictionary } from '../../../platform/language.ts';
import { refusalWords } from '../../../platform/refusal-words.ts';

type Line = (typeof NATIONAL_LINES)[number]['line'];
type Said = { readonly name: string; readonly open: string; readonly about: string };
type Lines = Readonly<Record<Line, Said>>;
type Refusals = Readonly<Record<RefusalOf<typeof changeSupportCard> | UniversalRefusal, string>>;

const nb = {
  close: 'Lukk',
  intro: 'Du trenger ingen grunn til å ringe.',
  untold: 'Ingen får vite at du har åpnet dette kortet.',
  country: 'I hele landet',
  school: 'På skolen',
  callSchool: 'Ring skolen',
  call: (number: string) => `Ring ${number}`,
  lines: {
    emergency: {
      name: 'Akutt hjelp og ambulanse',
      open: 'Hele døgnet',
      about: 'Når det haster og står om liv, også når noen tenker på å ta livet sitt.',
    },
    doctor: {
      name: 'Legevakt',
      open: 'Hele døgnet',
      about: 'Når du trenger hjelp nå og ikke kan vente på fastlegen.',
    },
    mentalHelse: {
      name: 'Mental Helse, hjelpetelefonen',
      open: 'Hele døgnet',
      about: 'Gratis. Du kan være anonym.',
    },
    kirkensSos: {
      name: 'Kirkens SOS',
      open: 'Hele døgnet',
      about: 'Noen som lytter, hva du enn tror på. Du kan være anonym.',
    },
  } satisfies Lines as Lines,
  change: 'Endre kortet',
  changeAbout:
    'Alle kan lese kortet, også uten å logge inn. Skriv bare navn og nummer som skolen vil vise fram.',
  notYours: 'Bare administrasjonen endrer kortet',
  notYoursAbout: 'Kortet finner du alltid under «Trenger du noen å snakke med?».',
  fetching: 'Henter kortet',
  couldNotFetch: 'Vi fikk ikke hentet kortet',
  couldNotFetchAbout: 'Det må hentes før det kan endres, så ingen skriver over noe.',
  tryAgain: 'Prøv igjen',
  one: (nth: number, name: string) => (name === '' ? `Nummer ${nth}` : `${nth}. ${name}`),
  name: 'Hvem svarer',
  nameAbout: 'For eksempel «Tone Grav, studierådgiver».',
  nameNeeded: 'Skriv hvem som svarer.',
  number: 'Telefonnummer',
  numberNeeded: 'Skriv et nummer med 3 til 15 sifre, uten bokstaver.',
  open: 'Når (kan stå tomt)',
  openAbout: 'For eksempel «Hverdager 09–15».',
  about: 'En linje om hva de kan hjelpe med (kan stå tom)',
  up: 'Flytt opp',
  down: 'Flytt ned',
  remove: 'Fjern',
  nowAt: (name: string, nth: number, of: number) => `${name} er nå nummer ${nth} av ${of}.`,
  removed: (name: string) => `${name} er tatt bort. Det gjelder når du lagrer.`,
  somebody: 'Raden',
  add: 'Legg til en',
  full: 'Det er plass til 12. Fjern en for å legge til en ny.',
  preview: 'Slik blir det',
  standsNow: 'Slik står det nå',
  previewEmpty: 'Skolen har ingen egne numre på kortet. Da står bare de som gjelder i hele landet.',
  save: 'Lagre kortet',
  saved: 'Kortet er lagret.',
  saving: 'Lagrer …',
  refusals: {
    ...refusalWords.nb,
    'changed-meanwhile':
      'Noen andre har endret kortet. Det du har skrevet, står her fortsatt. Se hvordan kortet står nå, og lagre igjen om ditt skal gjelde.',
  } satisfies Refusals as Refusals,
};

const nn: typeof nb = {
  close: 'Lukk',
  intro: 'Du treng ingen grunn til å ringje.',
  untold: 'Ingen får vite at du har opna dette kortet.',
  country: 'I heile landet',
  school: 'På skulen',
  callSchool: 'Ring skulen',
  call: (number) => `Ring ${number}`,
  lines: {
    emergency: {
      name: 'Akutt hjelp og ambulanse',
      open: 'Heile døgnet',
      about: 'Når det hastar og står om liv, også når nokon tenkjer på å ta livet sitt.',
    },
    doctor: {
      name: 'Legevakt',
      open: 'Heile døgnet',
      about: 'Når du treng hjelp no og ikkje kan vente på fastlegen.',
    },
    mentalHelse: {
      name: 'Mental Helse, hjelpetelefonen',
      open: 'Heile døgnet',
      about: 'Gratis. Du kan vere anonym.',
    },
    kirkensSos: {
      name: 'Kirkens SOS',
      open: 'Heile døgnet',
      about: 'Nokon som lyttar, kva du enn trur på. Du kan vere anonym.',
    },
  },
  change: 'Endre kortet',
  changeAbout:
    'Alle kan lese kortet, også utan å logge inn. Skriv berre namn og nummer som skulen vil vise fram.',
  notYours: 'Berre administrasjonen endrar kortet',
  notYoursAbout: 'Kortet finn du alltid under «Treng du nokon å snakke med?».',
  fetching: 'Hentar kortet',
  couldNotFetch: 'Vi fekk ikkje henta kortet',
  couldNotFetchAbout: 'Det må hentast før det kan endrast, så ingen skriv over noko.',
  tryAgain: 'Prøv igjen',
  one: (nth, name) => (name === '' ? `Nummer ${nth}` : `${nth}. ${name}`),
  name: 'Kven svarar',
  nameAbout: 'Til dømes «Tone Grav, studierådgjevar».',
  nameNeeded: 'Skriv kven som svarar.',
  number: 'Telefonnummer',
  numberNeeded: 'Skriv eit nummer med 3 til 15 siffer, utan bokstavar.',
  open: 'Når (kan stå tomt)',
  openAbout: 'Til dømes «Kvardagar 09–15».',
  about: 'Ei linje om kva dei kan hjelpe med (kan stå tom)',
  up: 'Flytt opp',
  down: 'Flytt ned',
  remove: 'Fjern',
  nowAt: (name, nth, of) => `${name} er no nummer ${nth} av ${of}.`,
  removed: (name) => `${name} er teken bort. Det gjeld når du lagrar.`,
  somebody: 'Rada',
  add: 'Legg til ein',
  full: 'Det er plass til 12. Fjern ein for å leggje til ein ny.',
  preview: 'Slik blir det',
  standsNow: 'Slik står det no',
  previewEmpty:
    'Skulen har ingen eigne nummer på kortet. Då står berre dei som gjeld i heile landet.',
  save: 'Lagre kortet',
  saved: 'Kortet er lagra.',
  saving: 'Lagrar …',
  refusals: {
    ...refusalWords.nn,
    'changed-meanwhile':
      'Nokon andre har endra kortet. Det du har skrive, står her framleis. Sjå korleis kortet står no, og lagre igjen om ditt skal gjelde.',
  },
};

const en: typeof nb = {
  close: 'Close',
  intro: 'You need no reason to call.',
  untold: 'Nobody is told that you have opened this card.',
  country: 'In the whole country',
  school: 'At the school',
  callSchool: 'Call the school',
  call: (number) => `Call ${number}`,
  lines: {
    emergency: {
      name: 'Emergency and ambulance',
      open: 'Day and night',
      about: 'When it is urgent and a life is at stake, also when somebody thinks of suicide.',
    },
    doctor: {
      name: 'Out-of-hours doctor (legevakt)',
      open: 'Day and night',
      about: 'When you need help now and cannot wait for your own doctor.',
    },
    mentalHelse: {
      name: 'Mental Helse helpline',
      open: 'Day and night',
      about: 'Free of charge. You can be anonymous.',
    },
    kirkensSos: {
      name: 'Kirkens SOS',
      open: 'Day and night',
      about: 'Somebody who listens, whatever you believe in. You can be anonymous.',
    },
  },
  change: 'Change the card',
  changeAbout:
    'Everybody can read the card, also without signing in. Write only names and numbers that the school wants to show.',
  notYours: 'Only the administration changes the card',
  notYoursAbout: 'You always find the card under “Need somebody to talk to?”.',
  fetching: 'Fetching the card',
  couldNotFetch: 'We could not fetch the card',
  couldNotFetchAbout: 'It has to be fetched before it is changed, so that nothing is overwritten.',
  tryAgain: 'Try again',
  one: (nth, name) => (name === '' ? `Number ${nth}` : `${nth}. ${name}`),
  name: 'Who answers',
  nameAbout: 'For example “Tone Grav, study adviser”.',
  nameNeeded: 'Write who answers.',
  number: 'Telephone number',
  numberNeeded: 'Write a number of 3 to 15 digits, without letters.',
  open: 'When (may be empty)',
  openAbout: 'For example “Weekdays 09–15”.',
  about: 'One line on what they can help with (may be empty)',
  up: 'Move up',
  down: 'Move down',
  remove: 'Remove',
  nowAt: (name, nth, of) => `${name} is now number ${nth} of ${of}.`,
  removed: (name) => `${name} is taken away. It counts when you save.`,
  somebody: 'The row',
  add: 'Add one',
  full: 'There is room for 12. Remove one to add another.',
  preview: 'What it will look like',
  standsNow: 'How it stands now',
  previewEmpty:
    'The school has no numbers of its own on the card. Only those of the whole country stand there.',
  save: 'Save the card',
  saved: 'The card is saved.',
  saving: 'Saving …',
  refusals: {
    ...refusalWords.en,
    'changed-meanwhile':
      'Somebody else has changed the card. What you have written still stands here. See how the card stands now, and save again if yours is to count.',
  },
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
