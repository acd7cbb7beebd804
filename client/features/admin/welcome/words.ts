import type { Dictionary } from '../../../platform/language.ts';
import type { WelcomeProblem } from './welcome-api.ts';

type Problems = Readonly<Record<WelcomeProblem, string>>;

const nb = {
  looking: 'Ser etter lenken',
  over: 'Lenken virker ikke',
  overAbout:
    'Den er brukt, for gammel eller byttet ut med en nyere. Har du vært her før, logger du inn med e-postadressen din. Ellers ber du skolen om en ny lenke.',
  used: 'Lenken er brukt',
  usedAbout: 'Du er kommet inn med den før. Logg inn med e-postadressen din.',
  another: (name: string) => `Du er logget inn som ${name}`,
  anotherAbout: (email: string) =>
    `Lenken er til ${email}, og bare den kan bruke den. Er det deg, logger du ut og åpner lenken på nytt. Ellers lar du den ligge.`,
  anotherFirst:
    'Lenken er til den første administratoren. Er det deg, logger du ut og åpner lenken på nytt.',
  signOut: 'Logg ut',
  signingOut: 'Logger ut …',
  welcome: (name: string) => `Velkommen, ${name}`,
  invitedBy: (name: string, school: string | null) =>
    school === null
      ? `${name} har invitert deg til Mellom.`
      : `${name} har invitert deg til ${school}, som møtes på nett i Mellom.`,
  youAre: (roles: string, cohort: string | null) =>
    cohort === null ? `Du kommer inn som ${roles}.` : `Du kommer inn som ${roles} i ${cohort}.`,
  nextTime: (email: string) =>
    `Neste gang logger du inn med en kode som vi sender til ${email}. Du trenger ikke noe passord.`,
  wrongName: 'Står navnet feil? Gå inn, og velg selv hva de andre ser, under «Slik vises du».',
  useBefore: (day: string) => `Lenken virker én gang, til ${day}.`,
  toSignIn: 'Til innloggingen',
  tooMany: 'Vent litt',
  tooManyAbout: (minutes: number) =>
    `Det er prøvd for mange ganger herfra. Prøv igjen om ${minutes} min. Lenken er like god da.`,
  couldNotLook: 'Vi fikk ikke sett etter lenken',
  tryAgain: 'Prøv igjen',
  againTitle: 'Kom inn igjen',
  againAbout:
    'Du er administrator på skolen. Det du hadde å logge inn med, gjelder ikke lenger når du har brukt lenken. Du setter opp nytt i neste trinn.',
  firstTitle: 'Velkommen til en ny skole',
  firstAbout:
    'Du er den første her. Du blir administrator, og kan invitere de andre etterpå. Lenken virker bare én gang.',
  name: 'Navnet ditt',
  nameAbout: 'Slik de andre på skolen ser det.',
  address: 'E-postadressen din',
  addressAbout: 'Neste gang logger du inn med en kode som sendes hit. Se nøye på at den er riktig.',
  enter: 'Gå inn',
  entering: 'Går inn …',
  problems: {
    'link-over': 'Lenken virker ikke lenger.',
    'link-used': 'Lenken er brukt.',
    'signed-in-as-another': 'Noen andre er logget inn her. Logg ut først.',
    'name-empty': 'Skriv hva du heter.',
    'name-too-long': 'Navnet er for langt. Det kan ha 60 tegn.',
    'name-unreadable': 'Navnet må ha bokstaver som andre kan lese.',
    'name-mixed': 'Navnet blander bokstaver som ser like ut. Skriv det med ett alfabet.',
    'bad-address': 'Dette ser ikke ut som en e-postadresse. Den har @ og et punktum.',
    'another-address': 'Lenken er til en administrator med en annen adresse.',
    'address-taken': 'Noen her har adressen allerede. Logg inn med den i stedet.',
    'too-many-tries': 'Det er prøvd for mange ganger herfra. Vent litt.',
    'bad-input': 'Noe av det du skrev, kan vi ikke bruke. Se over det.',
    'try-again': 'Det gikk ikke akkurat nå. Prøv igjen om litt. Lenken er ikke brukt.',
    fault: 'Noe gikk galt hos oss. Prøv igjen. Lenken er ikke brukt.',
    offline: 'Vi får ikke kontakt. Se etter nettet, og prøv igjen.',
  } satisfies Problems,
};

const nn: typeof nb = {
  looking: 'Ser etter lenkja',
  over: 'Lenkja verkar ikkje',
  overAbout:
    'Ho er brukt, for gammal eller bytt ut med ei nyare. Har du vore her før, loggar du inn med e-postadressa di. Elles ber du skulen om ei ny lenkje.',
  used: 'Lenkja er brukt',
  usedAbout: 'Du har kome inn med ho før. Logg inn med e-postadressa di.',
  another: (name) => `Du er logga inn som ${name}`,
  anotherAbout: (email) =>
    `Lenkja er til ${email}, og berre den kan bruke ho. Er det deg, loggar du ut og opnar lenkja på nytt. Elles let du ho liggje.`,
  anotherFirst:
    'Lenkja er til den første administratoren. Er det deg, loggar du ut og opnar lenkja på nytt.',
  signOut: 'Logg ut',
  signingOut: 'Loggar ut …',
  welcome: (name) => `Velkomen, ${name}`,
  invitedBy: (name, school) =>
    school === null
      ? `${name} har invitert deg til Mellom.`
      : `${name} har invitert deg til ${school}, som møtest på nett i Mellom.`,
  youAre: (roles, cohort) =>
    cohort === null ? `Du kjem inn som ${roles}.` : `Du kjem inn som ${roles} i ${cohort}.`,
  nextTime: (email) =>
    `Neste gong loggar du inn med ein kode som vi sender til ${email}. Du treng ikkje noko passord.`,
  wrongName: 'Står namnet feil? Gå inn, og vel sjølv kva dei andre ser, under «Slik blir du vist».',
  useBefore: (day) => `Lenkja verkar éin gong, til ${day}.`,
  toSignIn: 'Til innlogginga',
  tooMany: 'Vent litt',
  tooManyAbout: (minutes) =>
    `Det er prøvd for mange gonger herifrå. Prøv igjen om ${minutes} min. Lenkja er like god då.`,
  couldNotLook: 'Vi fekk ikkje sett etter lenkja',
  tryAgain: 'Prøv igjen',
  againTitle: 'Kom inn igjen',
  againAbout:
    'Du er administrator på skulen. Det du hadde å logge inn med, gjeld ikkje lenger når du har brukt lenkja. Du set opp nytt i neste steg.',
  firstTitle: 'Velkomen til ein ny skule',
  firstAbout:
    'Du er den første her. Du blir administrator, og kan invitere dei andre etterpå. Lenkja verkar berre éin gong.',
  name: 'Namnet ditt',
  nameAbout: 'Slik dei andre på skulen ser det.',
  address: 'E-postadressa di',
  addressAbout:
    'Neste gong loggar du inn med ein kode som blir send hit. Sjå nøye på at ho er rett.',
  enter: 'Gå inn',
  entering: 'Går inn …',
  problems: {
    'link-over': 'Lenkja verkar ikkje lenger.',
    'link-used': 'Lenkja er brukt.',
    'signed-in-as-another': 'Nokon andre er logga inn her. Logg ut først.',
    'name-empty': 'Skriv kva du heiter.',
    'name-too-long': 'Namnet er for langt. Det kan ha 60 teikn.',
    'name-unreadable': 'Namnet må ha bokstavar som andre kan lese.',
    'name-mixed': 'Namnet blandar bokstavar som ser like ut. Skriv det med eitt alfabet.',
    'bad-address': 'Dette ser ikkje ut som ei e-postadresse. Ho har @ og eit punktum.',
    'another-address': 'Lenkja er til ein administrator med ei anna adresse.',
    'address-taken': 'Nokon her har adressa allereie. Logg inn med ho i staden.',
    'too-many-tries': 'Det er prøvd for mange gonger herifrå. Vent litt.',
    'bad-input': 'Noko av det du skreiv, kan vi ikkje bruke. Sjå over det.',
    'try-again': 'Det gjekk ikkje akkurat no. Prøv igjen om litt. Lenkja er ikkje brukt.',
    fault: 'Noko gjekk gale hos oss. Prøv igjen. Lenkja er ikkje brukt.',
    offline: 'Vi får ikkje kontakt. Sjå etter nettet, og prøv igjen.',
  },
};

const en: typeof nb = {
  looking: 'Looking for the link',
  over: 'The link does not work',
  overAbout:
    'It has been used, is too old, or was replaced by a newer one. If you have been here before, sign in with your e-mail address. Otherwise ask the school for a new link.',
  used: 'The link has been used',
  usedAbout: 'You have come in by it before. Sign in with your e-mail address.',
  another: (name) => `You are signed in as ${name}`,
  anotherAbout: (email) =>
    `The link is for ${email}, and nobody else can use it. If that is you, sign out and open the link anew. Otherwise leave it.`,
  anotherFirst:
    'The link is for the first administrator. If that is you, sign out and open the link anew.',
  signOut: 'Sign out',
  signingOut: 'Signing out …',
  welcome: (name) => `Welcome, ${name}`,
  invitedBy: (name, school) =>
    school === null
      ? `${name} has invited you to Mellom.`
      : `${name} has invited you to ${school}, which meets online in Mellom.`,
  youAre: (roles, cohort) =>
    cohort === null ? `You come in as ${roles}.` : `You come in as ${roles} in ${cohort}.`,
  nextTime: (email) =>
    `Next time you sign in with a code that we send to ${email}. You need no password.`,
  wrongName: 'Is the name wrong? Go in, and choose what others see under “How you are shown”.',
  useBefore: (day) => `The link works once, until ${day}.`,
  toSignIn: 'To the sign-in',
  tooMany: 'Wait a little',
  tooManyAbout: (minutes) =>
    `There have been too many tries from here. Try again in ${minutes} min. The link is just as good then.`,
  couldNotLook: 'We could not look for the link',
  tryAgain: 'Try again',
  againTitle: 'Come in again',
  againAbout:
    'You are an administrator of the school. What you had to sign in with no longer works once you have used the link. You set up new things in the next step.',
  firstTitle: 'Welcome to a new school',
  firstAbout:
    'You are the first one here. You will be its administrator, and can invite the others afterwards. The link works only once.',
  name: 'Your name',
  nameAbout: 'As the others at the school will see it.',
  address: 'Your e-mail address',
  addressAbout:
    'Next time you sign in with a code that is sent here. Look closely that it is right.',
  enter: 'Go in',
  entering: 'Going in …',
  problems: {
    'link-over': 'The link no longer works.',
    'link-used': 'The link has been used.',
    'signed-in-as-another': 'Somebody else is signed in here. Sign out first.',
    'name-empty': 'Write what you are called.',
    'name-too-long': 'The name is too long. It can have 60 characters.',
    'name-unreadable': 'The name must have letters that others can read.',
    'name-mixed': 'The name mixes letters that look alike. Write it in one alphabet.',
    'bad-address': 'This does not look like an e-mail address. It has an @ and a full stop.',
    'another-address': 'The link is for an administrator with another address.',
    'address-taken': 'Somebody here has that address already. Sign in with it instead.',
    'too-many-tries': 'There have been too many tries from here. Wait a little.',
    'bad-input': 'We cannot use some of what you wrote. Look through it.',
    'try-again': 'It did not work just now. Try again in a while. The link is not used.',
    fault: 'Something went wrong on our side. Try again. The link is not used.',
    offline: 'We cannot reach the server. Check the network, and try again.',
  },
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
