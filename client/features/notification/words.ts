import type { setQuietHours, tryNotice } from '#shared/features/notification/commands.ts';
import type { NoticeKind, Way } from '#shared/features/notification/model.ts';
import type { RefusalOf, UniversalRefusal } from '#shared/wire/contract.ts';
import type { Dictionary } from '../../platform/language.ts';
import { refusalWords } from '../../platform/refusal-words.ts';

type Said = { readonly name: string; readonly about: string };
type Kinds = Readonly<Record<NoticeKind, Said>>;
type Refusals = Readonly<
  Record<RefusalOf<typeof setQuietHours | typeof tryNotice> | UniversalRefusal, string>
>;

const nbKinds: Kinds = {
  'session-tomorrow': { name: 'Økter i morgen', about: 'Klokka 17 dagen før.' },
  'session-soon': { name: 'Økter som snart begynner', about: 'En halv time før.' },
  'session-changed': {
    name: 'Økter som er endret',
    about: 'Flyttet, avlyst, eller med vikar.',
  },
  deadline: {
    name: 'Frister',
    about: 'Tre dager før og dagen før, hvis det ikke er levert.',
  },
  gathering: { name: 'Samlinger', about: 'En uke før og dagen før.' },
  attendance: { name: 'Oppmøtet ditt', about: 'Når det begynner å bli lite. Ingen andre får det.' },
};
const nbRefusals: Refusals = {
  ...refusalWords.nb,
  'no-time-between': 'De to klokkeslettene er like. Velg to forskjellige.',
  'just-tried': 'Vi har nettopp sendt deg et brev. Vent fem minutter før du ber om et nytt.',
  'no-mailbox': 'Vi har ingen e-postadresse til deg.',
};

const nb = {
  title: 'Varsler',
  intro: 'Du bestemmer hva du vil vite, og når. Ingenting her er noe du må ha på.',
  fetching: 'Henter det du har valgt',
  couldNotFetch: 'Vi fikk ikke hentet det du har valgt',
  couldNotFetchAbout: 'Det er trygt hos oss. Prøv igjen om litt.',
  tryAgain: 'Prøv igjen',
  ways: { mail: 'På e-post', push: 'På telefonen eller PC-en' } satisfies Record<Way, string>,
  push: {
    about:
      'Nettleseren spør deg først. Varslet går gjennom nettleserens egen tjeneste, som Google, Apple eller Mozilla har. Det er kryptert: de ser at noe kommer, ikke hva det er.',
    switchOn: 'Slå på varsler her',
    isOn: 'Varsler er på her.',
    cannot:
      'Denne nettleseren kan ikke ta imot varsler. På iPhone må Mellom ligge på Hjem-skjermen.',
    ownFirst: 'Et varsel kan leses av andre som bruker enheten. Merk den som din egen først.',
    toOwnPage: 'Gå til din side',
    unnamed: 'En enhet',
    thisOne: 'Denne enheten',
    added: (date: string) => `Slått på ${date}`,
    end: 'Slå av',
    endOf: (name: string) => `Slå av på ${name}`,
    on: 'Varsler er slått på her.',
    off: 'Varsler er slått av der.',
    denied: 'Nettleseren fikk nei. Du kan si ja i innstillingene for siden.',
    failed: 'Det gikk ikke å slå på. Prøv igjen om litt.',
  },
  mailAbout: 'Det som kommer samtidig, kommer i ett brev. I hvert brev kan du slå av slike brev.',
  noMailbox: 'Vi har ingen e-postadresse til deg, så ingenting kommer på e-post.',
  kinds: nbKinds,
  quiet: 'Stille timer',
  quietAbout: 'Det som skjer imens, får du vite etterpå. Bare det som begynner snart, venter ikke.',
  quietOn: 'Ha stille timer',
  quietFrom: 'Fra klokka',
  quietUntil: 'Til klokka',
  saving: 'Lagrer …',
  waiting: 'Frakoblet. Dette lagres når nettet er tilbake.',
  saved: 'Lagret',
  tryTitle: 'Kommer det fram?',
  tryAbout: 'Vi kan sende deg et brev, så du ser det.',
  tryIt: 'Send meg et prøvebrev',
  tried: 'Brevet er på vei til e-posten din.',
  never: 'Dette sender vi aldri',
  neverList: [
    'Det noen har skrevet eller sagt: samtaler, runder, logger, dokumenter og tilbakemeldinger.',
    'Navn på andre.',
    'Hvorfor en økt er avlyst. Det står i kalenderen.',
  ],
  sentOnly: 'Et varsel sier bare hva noe heter, og når det er.',
  refusals: nbRefusals,
  off: {
    title: 'Slå av varsler på e-post',
    about: 'Dette slås av:',
    press: 'Slå av',
    pressing: 'Slår av …',
    done: 'Nå er det slått av',
    doneAbout: 'Du får ikke flere slike brev. Logg inn hvis du vil velge noe annet.',
    toChoices: 'Velg varsler',
    over: 'Denne lenken virker ikke',
    overAbout: 'Den kan være kopiert feil. Logg inn, så kan du slå av varsler der.',
    failed: 'Det gikk ikke å slå av akkurat nå. Prøv igjen om litt.',
  },
};

const nnKinds: Kinds = {
  'session-tomorrow': { name: 'Økter i morgon', about: 'Klokka 17 dagen før.' },
  'session-soon': { name: 'Økter som snart tek til', about: 'Ein halv time før.' },
  'session-changed': {
    name: 'Økter som er endra',
    about: 'Flytta, avlyst, eller med vikar.',
  },
  deadline: {
    name: 'Fristar',
    about: 'Tre dagar før og dagen før, om det ikkje er levert.',
  },
  gathering: { name: 'Samlingar', about: 'Ei veke før og dagen før.' },
  attendance: { name: 'Oppmøtet ditt', about: 'Når det byrjar å bli lite. Ingen andre får det.' },
};
const nnRefusals: Refusals = {
  ...refusalWords.nn,
  'no-time-between': 'Dei to klokkesletta er like. Vel to ulike.',
  'just-tried': 'Vi har nett sendt deg eit brev. Vent fem minutt før du ber om eit nytt.',
  'no-mailbox': 'Vi har inga e-postadresse til deg.',
};

const nn: typeof nb = {
  title: 'Varsel',
  intro: 'Du bestemmer kva du vil vite, og når. Ingenting her er noko du må ha på.',
  fetching: 'Hentar det du har valt',
  couldNotFetch: 'Vi fekk ikkje henta det du har valt',
  couldNotFetchAbout: 'Det er trygt hos oss. Prøv igjen om litt.',
  tryAgain: 'Prøv igjen',
  ways: { mail: 'På e-post', push: 'På telefonen eller PC-en' },
  push: {
    about:
      'Nettlesaren spør deg først. Varselet går gjennom nettlesaren si eiga teneste, som Google, Apple eller Mozilla har. Det er kryptert: dei ser at noko kjem, ikkje kva det er.',
    switchOn: 'Slå på varsel her',
    isOn: 'Varsel er på her.',
    cannot:
      'Denne nettlesaren kan ikkje ta imot varsel. På iPhone må Mellom liggje på Heim-skjermen.',
    ownFirst: 'Eit varsel kan lesast av andre som bruker eininga. Merk ho som di eiga først.',
    toOwnPage: 'Gå til sida di',
    unnamed: 'Ei eining',
    thisOne: 'Denne eininga',
    added: (date) => `Slått på ${date}`,
    end: 'Slå av',
    endOf: (name) => `Slå av på ${name}`,
    on: 'Varsel er slått på her.',
    off: 'Varsel er slått av der.',
    denied: 'Nettlesaren fekk nei. Du kan seie ja i innstillingane for sida.',
    failed: 'Det gjekk ikkje å slå på. Prøv igjen om litt.',
  },
  mailAbout: 'Det som kjem samstundes, kjem i eitt brev. I kvart brev kan du slå av slike brev.',
  noMailbox: 'Vi har inga e-postadresse til deg, så ingenting kjem på e-post.',
  kinds: nnKinds,
  quiet: 'Stille timar',
  quietAbout:
    'Det som hender imens, får du vite etterpå. Berre det som tek til snart, ventar ikkje.',
  quietOn: 'Ha stille timar',
  quietFrom: 'Frå klokka',
  quietUntil: 'Til klokka',
  saving: 'Lagrar …',
  waiting: 'Fråkopla. Dette blir lagra når nettet er tilbake.',
  saved: 'Lagra',
  tryTitle: 'Kjem det fram?',
  tryAbout: 'Vi kan sende deg eit brev, så du ser det.',
  tryIt: 'Send meg eit prøvebrev',
  tried: 'Brevet er på veg til e-posten din.',
  never: 'Dette sender vi aldri',
  neverList: [
    'Det nokon har skrive eller sagt: samtalar, rundar, loggar, dokument og tilbakemeldingar.',
    'Namn på andre.',
    'Kvifor ei økt er avlyst. Det står i kalenderen.',
  ],
  sentOnly: 'Eit varsel seier berre kva noko heiter, og når det er.',
  refusals: nnRefusals,
  off: {
    title: 'Slå av varsel på e-post',
    about: 'Dette blir slått av:',
    press: 'Slå av',
    pressing: 'Slår av …',
    done: 'No er det slått av',
    doneAbout: 'Du får ikkje fleire slike brev. Logg inn om du vil velje noko anna.',
    toChoices: 'Vel varsel',
    over: 'Denne lenkja verkar ikkje',
    overAbout: 'Ho kan vere kopiert feil. Logg inn, så kan du slå av varsel der.',
    failed: 'Det gjekk ikkje å slå av akkurat no. Prøv igjen om litt.',
  },
};

const enKinds: Kinds = {
  'session-tomorrow': { name: 'Sessions tomorrow', about: 'At 17:00 the day before.' },
  'session-soon': { name: 'Sessions about to begin', about: 'Half an hour before.' },
  'session-changed': {
    name: 'Sessions that have changed',
    about: 'Moved, cancelled, or with a substitute.',
  },
  deadline: {
    name: 'Due dates',
    about: 'Three days before and the day before, if it is not handed in.',
  },
  gathering: { name: 'Gatherings', about: 'A week before and the day before.' },
  attendance: { name: 'Your attendance', about: 'When it is getting low. Nobody else is sent it.' },
};
const enRefusals: Refusals = {
  ...refusalWords.en,
  'no-time-between': 'The two times are the same. Choose two different ones.',
  'just-tried': 'We have just sent you a letter. Wait five minutes before you ask for another.',
  'no-mailbox': 'We have no e-mail address for you.',
};

const en: typeof nb = {
  title: 'Notices',
  intro: 'You decide what you want to know, and when. Nothing here has to be on.',
  fetching: 'Fetching what you have chosen',
  couldNotFetch: 'We could not fetch what you have chosen',
  couldNotFetchAbout: 'It is safe with us. Try again in a little while.',
  tryAgain: 'Try again',
  ways: { mail: 'By e-mail', push: 'On the phone or computer' },
  push: {
    about:
      'The browser asks you first. A notice goes through the browser’s own service, which Google, Apple or Mozilla runs. It is encrypted: they see that something comes, not what it is.',
    switchOn: 'Switch notices on here',
    isOn: 'Notices are on here.',
    cannot: 'This browser cannot take notices. On an iPhone, Mellom must be on the Home Screen.',
    ownFirst: 'A notice can be read by others who use the device. Mark it as your own first.',
    toOwnPage: 'Go to your page',
    unnamed: 'A device',
    thisOne: 'This device',
    added: (date) => `Switched on ${date}`,
    end: 'Switch off',
    endOf: (name) => `Switch off on ${name}`,
    on: 'Notices are switched on here.',
    off: 'Notices are switched off there.',
    denied: 'The browser was told no. You can say yes in the settings of the page.',
    failed: 'It could not be switched on. Try again in a little while.',
  },
  mailAbout:
    'What comes together comes in one letter. In each letter you can turn such letters off.',
  noMailbox: 'We have no e-mail address for you, so nothing comes by e-mail.',
  kinds: enKinds,
  quiet: 'Quiet hours',
  quietAbout:
    'What happens meanwhile you are told of afterwards. Only what begins soon does not wait.',
  quietOn: 'Have quiet hours',
  quietFrom: 'From',
  quietUntil: 'Until',
  saving: 'Saving …',
  waiting: 'Offline. This is saved when the network is back.',
  saved: 'Saved',
  tryTitle: 'Does it arrive?',
  tryAbout: 'We can send you a letter, so that you see it.',
  tryIt: 'Send me a letter to try',
  tried: 'The letter is on its way to your mailbox.',
  never: 'This we never send',
  neverList: [
    'What somebody has written or said: chats, rounds, logs, documents and feedback.',
    'Names of others.',
    'Why a session is cancelled. That stands in the calendar.',
  ],
  sentOnly: 'A notice says only what something is called, and when it is.',
  refusals: enRefusals,
  off: {
    title: 'Turn notices by e-mail off',
    about: 'This is turned off:',
    press: 'Turn off',
    pressing: 'Turning off …',
    done: 'It is turned off',
    doneAbout: 'You get no more letters like this. Sign in if you want to choose otherwise.',
    toChoices: 'Choose notices',
    over: 'This link does not work',
    overAbout: 'It may have been copied wrongly. Sign in, and you can turn notices off there.',
    failed: 'It could not be turned off just now. Try again in a little while.',
  },
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
