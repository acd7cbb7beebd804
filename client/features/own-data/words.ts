import type { Dictionary } from '../../platform/language.ts';

const nb = {
  title: 'Opplysningene dine',
  intro: 'Alt Mellom vet om deg er ditt. Du kan se det, rette det og ta det med deg.',
  privacy: 'Les hva vi vet, og hvem som ser det',
  takeOutTitle: 'Hent ut alt',
  takeOutAbout:
    'Du får én zip-fil. Åpne index.html i den, så kan du lese alt i nettleseren, også uten nett. Det samme ligger der for programmer (JSON).',
  takeOutWith:
    'Med er dokumentene dine, det du har levert, bilder og lydmeldinger. Det andre har skrevet, er ikke med.',
  takeOut: 'Hent ut',
  fetching: (size: string) => `Henter ut: ${size}`,
  preparing: 'Henter ut …',
  done: 'Filen er lagret på enheten din. Den har private ting i seg. Ta godt vare på den.',
  onceMore: 'Hent ut en gang til',
  file: 'opplysninger fra mellom',
  tryAgain: 'Prøv igjen',
  refused: {
    'signed-out': 'Du er ikke logget inn lenger. Logg inn, og prøv igjen.',
    'not-found': 'Det gikk ikke. Du har ingen rolle på skolen nå. Spør kontoret.',
    'not-fresh': 'Det er en stund siden du logget inn. Vis hvem du er en gang til.',
    'under-way': 'Det hentes ut i et annet vindu. Vent til det er ferdig.',
    'too-many-calls': 'Du har hentet ut mange ganger. Prøv igjen om en time.',
    'try-again': 'Det er mye å gjøre akkurat nå. Prøv igjen om litt.',
    'wrong-origin': 'Siden kom fra feil sted. Last den på nytt, og prøv igjen.',
    fault: 'Noe gikk galt hos oss. Prøv igjen om litt.',
    offline: 'Vi får ikke kontakt. Prøv igjen når nettet er tilbake.',
    'cut-off': 'Linja ble brutt før alt var her. Ingenting er lagret. Prøv igjen.',
  },
  keptTitle: 'Hvor lenge vi har det',
};

const nn: typeof nb = {
  title: 'Opplysningane dine',
  intro: 'Alt Mellom veit om deg er ditt. Du kan sjå det, rette det og ta det med deg.',
  privacy: 'Les kva vi veit, og kven som ser det',
  takeOutTitle: 'Hent ut alt',
  takeOutAbout:
    'Du får éi zip-fil. Opne index.html i ho, så kan du lese alt i nettlesaren, òg utan nett. Det same ligg der for program (JSON).',
  takeOutWith:
    'Med er dokumenta dine, det du har levert, bilete og lydmeldingar. Det andre har skrive, er ikkje med.',
  takeOut: 'Hent ut',
  fetching: (size) => `Hentar ut: ${size}`,
  preparing: 'Hentar ut …',
  done: 'Fila er lagra på eininga di. Ho har private ting i seg. Ta godt vare på ho.',
  onceMore: 'Hent ut ein gong til',
  file: 'opplysningar fra mellom',
  tryAgain: 'Prøv igjen',
  refused: {
    'signed-out': 'Du er ikkje logga inn lenger. Logg inn, og prøv igjen.',
    'not-found': 'Det gjekk ikkje. Du har inga rolle på skulen no. Spør kontoret.',
    'not-fresh': 'Det er ei stund sidan du logga inn. Vis kven du er ein gong til.',
    'under-way': 'Det blir henta ut i eit anna vindauge. Vent til det er ferdig.',
    'too-many-calls': 'Du har henta ut mange gonger. Prøv igjen om ein time.',
    'try-again': 'Det er mykje å gjere akkurat no. Prøv igjen om litt.',
    'wrong-origin': 'Sida kom frå feil stad. Last ho på nytt, og prøv igjen.',
    fault: 'Noko gjekk gale hos oss. Prøv igjen om litt.',
    offline: 'Vi får ikkje kontakt. Prøv igjen når nettet er tilbake.',
    'cut-off': 'Linja blei broten før alt var her. Ingenting er lagra. Prøv igjen.',
  },
  keptTitle: 'Kor lenge vi har det',
};

const en: typeof nb = {
  title: 'Your data',
  intro:
    'All that Mellom knows about you is yours. You can see it, put it right and take it with you.',
  privacy: 'Read what we know, and who sees it',
  takeOutTitle: 'Take everything out',
  takeOutAbout:
    'You get one zip file. Open index.html in it to read everything in your browser, also offline. The same is there for programs (JSON).',
  takeOutWith:
    'With it come your documents, what you handed in, pictures and voice notes. What others have written does not.',
  takeOut: 'Take out',
  fetching: (size) => `Taking out: ${size}`,
  preparing: 'Taking out …',
  done: 'The file is saved on your device. There are private things in it. Take good care of it.',
  onceMore: 'Take out once more',
  file: 'data from mellom',
  tryAgain: 'Try again',
  refused: {
    'signed-out': 'You are no longer signed in. Sign in, and try again.',
    'not-found': 'That did not work. You have no role at the school now. Ask the office.',
    'not-fresh': 'It is a while since you signed in. Show who you are once more.',
    'under-way': 'It is being taken out in another window. Wait until that is done.',
    'too-many-calls': 'You have taken it out many times. Try again in an hour.',
    'try-again': 'There is much to do just now. Try again in a while.',
    'wrong-origin': 'The page came from the wrong place. Load it again, and try again.',
    fault: 'Something went wrong here. Try again in a while.',
    offline: 'We cannot get through. Try again when you are back online.',
    'cut-off': 'The line broke before everything was here. Nothing is saved. Try again.',
  },
  keptTitle: 'How long we have it',
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
