import type { Role } from '#shared/wire/access.ts';
import { type Dictionary, plural } from '../../platform/language.ts';
import type { SignInProblem } from './call.ts';

const nb = {
  headline: 'Rommet mellom samlingene',
  intro: 'Økter på nett for deg som studerer til erfaringskonsulent.',
  signIn: 'Logg inn',
  signedOut: 'Du er logget ut.',
  signedOutAbout: {
    'other-tab': 'Du logget ut i en annen fane.',
    ended:
      'Innloggingen er avsluttet et annet sted, eller tiden er gått ut. Logg inn, så går du videre der du var.',
  },
  newRole: 'Du har fått en ny rolle.',
  newRoleAbout:
    'Den ber om to ting når du logger inn. Gjør det ferdig her, så går du videre der du var.',
  address: 'E-postadressen din',
  sendCode: 'Send meg en kode',
  usePassword: 'Bruk passord',
  useCode: 'Bruk kode på e-post',
  usePasskey: 'Bruk passnøkkel',
  useProvider: (name: string) => `Logg inn med ${name}`,
  providerTrouble: {
    unknown: (name: string) =>
      `Du er ikke knyttet til ${name} her ennå. Logg inn med kode på e-post. Så kan du knytte dem sammen under «Innlogginger».`,
    broken: (name: string) =>
      `Innloggingen med ${name} ble ikke fullført. Prøv igjen, eller bruk kode på e-post.`,
  },
  providerAbout: (name: string) => `Da kommer du også inn med ${name}.`,
  providerLinked: (name: string) => `Du er knyttet til ${name}, og kommer inn med det.`,
  linkProvider: (name: string) => `Knytt til ${name}`,
  unlinkProvider: (name: string) => `Løs fra ${name}`,
  providerUnlinked: (name: string) => `Du er løst fra ${name}.`,
  linkBroken: (name: string) =>
    `Du ble ikke knyttet til ${name}. Enten ble det avbrutt, eller så er noen andre her knyttet til den kontoen.`,
  codeTitle: 'Skriv koden',
  secondTitle: 'Ett trinn til',
  setUpTitle: 'Gjør innloggingen tryggere',
  fetchingStep: 'Henter …',
  haveCode: 'Jeg har en kode',
  codeSent: {
    once: (address: string) =>
      `Hvis ${address} er registrert hos oss, kommer det en kode dit nå. Den virker i 10 minutter.`,
    again: (address: string) =>
      `En ny kode er på vei til ${address}. Den gamle virker ikke lenger.`,
    earlier: (address: string) =>
      `Skriv den nyeste koden du har fått på ${address}. Den virker i 10 minutter fra du ba om den.`,
  },
  code: 'Koden på 8 sifre',
  enterCode: 'Logg inn',
  newCode: 'Send en ny kode',
  otherAddress: 'Bruk en annen adresse',
  password: 'Passord',
  showPassword: 'Vis passordet',
  hidePassword: 'Skjul passordet',
  tryAs: 'Prøv som …',
  invented: 'Alle navn og tekster er oppdiktet.',
  roles: {
    student: 'Student',
    teacher: 'Underviser',
    admin: 'Administrator',
    practiceCoordinator: 'Praksisansvarlig',
    practiceSupervisor: 'Praksisveileder',
    studyAdviser: 'Studierådgiver',
    rector: 'Rektor',
    guest: 'Gjest',
    examiner: 'Sensor',
  } satisfies Record<Role, string>,
  appearance: 'Utseende',
  privacy: 'Personvern',
  accessibility: 'Tilgjengelighet',
  promise: 'Ingen sporing. Ingen opptak.',
  language: 'Språk',
  tooManyTriesFor: (count: number) =>
    `Det ble for mange forsøk. Prøv igjen om ${plural('nb', count, { one: '1 minutt', other: `${count} minutter` })}.`,
  codesRest: (count: number) =>
    `Det ble for mange forsøk med kode for denne adressen. Be om en ny kode om ${plural('nb', count, { one: '1 minutt', other: `${count} minutter` })}.`,
  tooManyPasswords: 'Det ble for mange forsøk. Vent litt, og prøv igjen.',
  problems: {
    'bad-address': 'Adressen ser ikke riktig ut. Skriv den slik: navn@eksempel.no.',
    'wrong-code': 'Koden stemmer ikke. Se på e-posten en gang til. Koden har 8 sifre.',
    'code-expired': 'Koden gjelder ikke lenger. Be om en ny.',
    'wrong-second-factor':
      'Koden stemmer ikke. Bruk den som står i appen nå, eller en kode fra arket som du ikke har brukt.',
    'wrong-passkey':
      'Passnøkkelen er ikke kjent her. Prøv en annen, eller logg inn på en annen måte.',
    'no-passkey': 'Ingen passnøkkel ble brukt. Prøv igjen, eller logg inn på en annen måte.',
    'second-factor-needed':
      'Rollen din krever minst én av dem. Legg til en ny før du tar bort denne.',
    'not-fresh': 'Det er en stund siden du logget inn. Vis en gang til hvem du er.',
    'provider-away':
      'Vi får ikke kontakt med det andre stedet. Logg inn med kode på e-post, eller prøv igjen om litt.',
    'too-many-passkeys':
      'Du har så mange passnøkler som det er plass til. Ta bort en du ikke bruker.',
    'too-many-tries': 'Det ble for mange forsøk. Vent litt, og be om en ny kode.',
    'too-many-mails':
      'Vi har sendt mange koder hit den siste timen. Se etter den nyeste, eller vent litt.',
    'password-too-short': 'Passordet er for kort. Det skal ha minst 12 tegn.',
    'password-too-long': 'Passordet er for langt. Det kan ha høyst 128 tegn.',
    'common-password': 'Passordet er lett å gjette. Velg et annet.',
    'bad-input': 'Noe i feltet kan ikke brukes. Se over det, og prøv igjen.',
    'signed-out': 'Du er logget ut. Logg inn igjen.',
    'not-found': 'Det finnes ikke lenger. Last siden på nytt.',
    'wrong-origin': 'Siden er åpnet på en uventet adresse. Last den på nytt.',
    'try-again': 'Vi får ikke lagret akkurat nå. Prøv igjen om litt.',
    'wrong-password': 'Adressen og passordet passer ikke sammen. Du kan også få en kode på e-post.',
    offline: 'Vi får ikke kontakt. Det du skrev, står her. Prøv igjen når nettet er tilbake.',
    fault: 'Noe gikk galt hos oss. Prøv igjen om litt.',
  } satisfies Record<SignInProblem, string>,
};

const nn: typeof nb = {
  headline: 'Rommet mellom samlingane',
  intro: 'Økter på nett for deg som studerer til erfaringskonsulent.',
  signIn: 'Logg inn',
  signedOut: 'Du er logga ut.',
  signedOutAbout: {
    'other-tab': 'Du logga ut i ei anna fane.',
    ended:
      'Innlogginga er avslutta ein annan stad, eller tida er gått ut. Logg inn, så går du vidare der du var.',
  },
  newRole: 'Du har fått ei ny rolle.',
  newRoleAbout:
    'Ho ber om to ting når du loggar inn. Gjer det ferdig her, så går du vidare der du var.',
  address: 'E-postadressa di',
  sendCode: 'Send meg ein kode',
  usePassword: 'Bruk passord',
  usePasskey: 'Bruk passnøkkel',
  useProvider: (name) => `Logg inn med ${name}`,
  providerTrouble: {
    unknown: (name) =>
      `Du er ikkje knytt til ${name} her enno. Logg inn med kode på e-post. Så kan du knyte dei saman under «Innloggingar».`,
    broken: (name) =>
      `Innlogginga med ${name} vart ikkje fullført. Prøv igjen, eller bruk kode på e-post.`,
  },
  providerAbout: (name) => `Då kjem du òg inn med ${name}.`,
  providerLinked: (name) => `Du er knytt til ${name}, og kjem inn med det.`,
  linkProvider: (name) => `Knyt til ${name}`,
  unlinkProvider: (name) => `Løys frå ${name}`,
  providerUnlinked: (name) => `Du er løyst frå ${name}.`,
  linkBroken: (name) =>
    `Du vart ikkje knytt til ${name}. Anten vart det avbrote, eller så er nokon andre her knytt til den kontoen.`,
  useCode: 'Bruk kode på e-post',
  codeTitle: 'Skriv koden',
  secondTitle: 'Eitt steg til',
  setUpTitle: 'Gjer innlogginga tryggare',
  fetchingStep: 'Hentar …',
  haveCode: 'Eg har ein kode',
  codeSent: {
    once: (address) =>
      `Dersom ${address} er registrert hos oss, kjem det ein kode dit no. Han verkar i 10 minutt.`,
    again: (address) => `Ein ny kode er på veg til ${address}. Den gamle verkar ikkje lenger.`,
    earlier: (address) =>
      `Skriv den nyaste koden du har fått på ${address}. Han verkar i 10 minutt frå du bad om han.`,
  },
  code: 'Koden på 8 siffer',
  enterCode: 'Logg inn',
  newCode: 'Send ein ny kode',
  otherAddress: 'Bruk ei anna adresse',
  password: 'Passord',
  showPassword: 'Vis passordet',
  hidePassword: 'Gøym passordet',
  tryAs: 'Prøv som …',
  invented: 'Alle namn og tekstar er oppdikta.',
  roles: {
    student: 'Student',
    teacher: 'Undervisar',
    admin: 'Administrator',
    practiceCoordinator: 'Praksisansvarleg',
    practiceSupervisor: 'Praksisrettleiar',
    studyAdviser: 'Studierådgjevar',
    rector: 'Rektor',
    guest: 'Gjest',
    examiner: 'Sensor',
  },
  appearance: 'Utsjånad',
  privacy: 'Personvern',
  accessibility: 'Tilgjenge',
  promise: 'Inga sporing. Ingen opptak.',
  language: 'Språk',
  tooManyTriesFor: (count) =>
    `Det vart for mange forsøk. Prøv igjen om ${plural('nn', count, { one: '1 minutt', other: `${count} minutt` })}.`,
  codesRest: (count) =>
    `Det vart for mange forsøk med kode for denne adressa. Be om ein ny kode om ${plural('nn', count, { one: '1 minutt', other: `${count} minutt` })}.`,
  tooManyPasswords: 'Det vart for mange forsøk. Vent litt, og prøv igjen.',
  problems: {
    'bad-address': 'Adressa ser ikkje rett ut. Skriv ho slik: namn@eksempel.no.',
    'wrong-code': 'Koden stemmer ikkje. Sjå på e-posten ein gong til. Koden har 8 siffer.',
    'code-expired': 'Koden gjeld ikkje lenger. Be om ein ny.',
    'wrong-second-factor':
      'Koden stemmer ikkje. Bruk den som står i appen no, eller ein kode frå arket som du ikkje har brukt.',
    'wrong-passkey':
      'Passnøkkelen er ikkje kjend her. Prøv ein annan, eller logg inn på ein annan måte.',
    'no-passkey': 'Ingen passnøkkel vart brukt. Prøv igjen, eller logg inn på ein annan måte.',
    'second-factor-needed':
      'Rolla di krev minst éin av dei. Legg til ein ny før du tek bort denne.',
    'not-fresh': 'Det er ei stund sidan du logga inn. Vis ein gong til kven du er.',
    'provider-away':
      'Vi får ikkje kontakt med den andre staden. Logg inn med kode på e-post, eller prøv igjen om litt.',
    'too-many-passkeys':
      'Du har så mange passnøklar som det er plass til. Ta bort ein du ikkje bruker.',
    'too-many-tries': 'Det vart for mange forsøk. Vent litt, og be om ein ny kode.',
    'too-many-mails':
      'Vi har sendt mange kodar hit den siste timen. Sjå etter den nyaste, eller vent litt.',
    'password-too-short': 'Passordet er for kort. Det skal ha minst 12 teikn.',
    'password-too-long': 'Passordet er for langt. Det kan ha høgst 128 teikn.',
    'common-password': 'Passordet er lett å gjette. Vel eit anna.',
    'bad-input': 'Noko i feltet kan ikkje brukast. Sjå over det, og prøv igjen.',
    'signed-out': 'Du er logga ut. Logg inn igjen.',
    'not-found': 'Det finst ikkje lenger. Last sida på nytt.',
    'wrong-origin': 'Sida er opna på ei uventa adresse. Last ho på nytt.',
    'try-again': 'Vi får ikkje lagra akkurat no. Prøv igjen om litt.',
    'wrong-password': 'Adressa og passordet passar ikkje saman. Du kan òg få ein kode på e-post.',
    offline: 'Vi får ikkje kontakt. Det du skreiv, står her. Prøv igjen når nettet er tilbake.',
    fault: 'Noko gjekk gale hos oss. Prøv igjen om litt.',
  },
};

const en: typeof nb = {
  headline: 'The room between the gatherings',
  intro:
    'For everyone training to be a peer support worker: online sessions between the times you meet.',
  signIn: 'Sign in',
  signedOut: 'You are signed out.',
  signedOutAbout: {
    'other-tab': 'You signed out in another tab.',
    ended:
      'Your sign-in was ended somewhere else, or its time ran out. Sign in to go on where you were.',
  },
  newRole: 'You have a new role.',
  newRoleAbout:
    'It asks for two things when you sign in. Finish that here to go on where you were.',
  address: 'Your e-mail address',
  sendCode: 'Send me a code',
  usePassword: 'Use a password',
  usePasskey: 'Use a passkey',
  useProvider: (name) => `Sign in with ${name}`,
  providerTrouble: {
    unknown: (name) =>
      `You are not linked to ${name} here yet. Sign in with a mailed code. Then you can link the two under “Sign-ins”.`,
    broken: (name) =>
      `The sign-in with ${name} was not completed. Try again, or use a mailed code.`,
  },
  providerAbout: (name) => `Then you also get in with ${name}.`,
  providerLinked: (name) => `You are linked to ${name}, and get in with it.`,
  linkProvider: (name) => `Link to ${name}`,
  unlinkProvider: (name) => `Unlink from ${name}`,
  providerUnlinked: (name) => `You are unlinked from ${name}.`,
  linkBroken: (name) =>
    `You were not linked to ${name}. Either it was broken off, or somebody else here is linked to that account.`,
  useCode: 'Use a code by e-mail',
  codeTitle: 'Enter the code',
  secondTitle: 'One more step',
  setUpTitle: 'Make your sign-in safer',
  fetchingStep: 'Fetching …',
  haveCode: 'I have a code',
  codeSent: {
    once: (address) =>
      `If ${address} is registered with us, a code is on its way. It works for 10 minutes.`,
    again: (address) => `A new code is on its way to ${address}. The old one no longer works.`,
    earlier: (address) =>
      `Enter the newest code that came to ${address}. It works for 10 minutes after you asked for it.`,
  },
  code: 'The 8-digit code',
  enterCode: 'Sign in',
  newCode: 'Send a new code',
  otherAddress: 'Use another address',
  password: 'Password',
  showPassword: 'Show the password',
  hidePassword: 'Hide the password',
  tryAs: 'Try it as …',
  invented: 'All names and texts are made up.',
  roles: {
    student: 'Student',
    teacher: 'Teacher',
    admin: 'Administrator',
    practiceCoordinator: 'Practice coordinator',
    practiceSupervisor: 'Practice supervisor',
    studyAdviser: 'Study adviser',
    rector: 'Rector',
    guest: 'Guest',
    examiner: 'Examiner',
  },
  appearance: 'Appearance',
  privacy: 'Privacy',
  accessibility: 'Accessibility',
  promise: 'No tracking. No recording.',
  language: 'Language',
  tooManyTriesFor: (count) =>
    `That was too many tries. Try again in ${plural('en', count, { one: '1 minute', other: `${count} minutes` })}.`,
  codesRest: (count) =>
    `There were too many tries with a code for this address. Ask for a new code in ${plural('en', count, { one: '1 minute', other: `${count} minutes` })}.`,
  tooManyPasswords: 'That was too many tries. Wait a little, and try again.',
  problems: {
    'bad-address': 'The address does not look right. Write it like this: name@example.com.',
    'wrong-code': 'The code does not match. Look at the mail once more. The code has 8 digits.',
    'code-expired': 'The code is no longer valid. Ask for a new one.',
    'wrong-second-factor':
      'The code does not match. Use the one that the app shows now, or one from your sheet that you have not used.',
    'wrong-passkey': 'The passkey is not known here. Try another, or sign in another way.',
    'no-passkey': 'No passkey was used. Try again, or sign in another way.',
    'second-factor-needed':
      'Your role asks for at least one. Add another before you remove this one.',
    'not-fresh': 'It is a while since you signed in. Show once more who you are.',
    'provider-away':
      'We cannot reach the other place. Sign in with a mailed code, or try again in a while.',
    'too-many-passkeys':
      'You have as many passkeys as there is room for. Remove one that you do not use.',
    'too-many-tries': 'That was too many tries. Wait a little, and ask for a new code.',
    'too-many-mails':
      'We have sent many codes here in the last hour. Look for the newest, or wait a little.',
    'password-too-short': 'The password is too short. It needs at least 12 characters.',
    'password-too-long': 'The password is too long. It can have at most 128 characters.',
    'common-password': 'The password is easy to guess. Choose another one.',
    'bad-input': 'Something in the field cannot be used. Look it over, and try again.',
    'signed-out': 'You are signed out. Sign in again.',
    'not-found': 'It no longer exists. Load the page again.',
    'wrong-origin': 'The page is open at an unexpected address. Load it again.',
    'try-again': 'We cannot save just now. Try again in a while.',
    'wrong-password': 'The address and the password do not match. You can also get a code by mail.',
    offline:
      'We cannot reach the server. What you wrote is still here. Try again when you are back online.',
    fault: 'Something went wrong on our side. Try again in a while.',
  },
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
