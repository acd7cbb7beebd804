import { type Dictionary, plural } from '../../platform/language.ts';

const nb = {
  handingInOf: (name: string) => `Levering for ${name}`,
  yourHandingIn: 'Leveringen din',
  ready: (words: number) =>
    plural('nb', words, {
      zero: 'Arket er tomt ennå.',
      one: 'Det står ett ord i teksten.',
      other: `Det står ${words} ord i teksten.`,
    }),
  onlyTemplate: 'Det står bare malen i teksten ennå.',
  readyBesideTemplate: (words: number) =>
    plural('nb', words, {
      one: 'Det står ett ord i teksten, utenom malen.',
      other: `Det står ${words} ord i teksten, utenom malen.`,
    }),
  unreadable: 'Teksten kan ikke leses akkurat nå. Si fra til skolen.',
  notBegun: 'Ingen har begynt ennå.',
  youHaveNotBegun: 'Du har ikke begynt ennå.',
  /** `empty`: it is the sheet that the sentence before speaks of, and the text otherwise. */
  locksWhenAll: (empty: boolean) =>
    `${empty ? 'Det' : 'Den'} låses og leveres når alle har bekreftet.`,
  locksWhenYou: (empty: boolean) => `${empty ? 'Det' : 'Den'} låses når du leverer.`,
  mayGoAlone: 'Fra 24 timer før fristen kan dere levere uten å vente på alle.',
  goAloneNow: 'Nå kan dere levere uten å vente på dem som ikke har bekreftet.',
  goAloneOnceWritten:
    'Når dere har skrevet, kan dere levere uten å vente på dem som ikke har bekreftet.',
  members: 'Hvem som har bekreftet',
  takenBackBy: (name: string, when: string) => `Tatt tilbake av ${name} ${when}`,
  youTookBack: (when: string) => `Du tok leveringen tilbake ${when}`,
  you: 'Du',
  confirmedAt: (when: string) => `Bekreftet ${when}`,
  changedSince: (when: string) => `Bekreftet ${when}. Endret siden`,
  notConfirmed: 'Har ikke bekreftet ennå',
  waitsSince: (when: string) => `Ber dere vente, ${when}`,
  youWaitSince: (when: string) => `Du ber de andre vente, ${when}`,
  goesTo: (names: string) => `Går til ${names}`,
  begin: 'Begynn å skrive',
  openText: 'Åpne teksten',
  readFirst: 'Les teksten først',
  confirm: 'Bekreft for deg',
  confirmAndHandIn: 'Bekreft og lever',
  handIn: 'Lever',
  handInNow: 'Lever nå',
  handInWithout: 'Lever uten å vente',
  withdraw: 'Trekk bekreftelsen',
  askToWait: 'Be om å vente',
  endWait: 'Ikke vent på meg',
  handInQuestion: 'Vil du levere?',
  handInAbout:
    'Teksten låses slik den er nå, og går til underviser. Før fristen kan dere ta den tilbake.',
  handInAboutAlone:
    'Teksten låses slik den er nå, og går til underviser. Før fristen kan du ta den tilbake.',
  handInAboutLate:
    'Teksten låses slik den er nå, og går til underviser. Den blir merket som levert etter fristen, og kan ikke tas tilbake.',
  handInAboutSome: (names: string) =>
    `Ikke bekreftet av ${names} likevel. Teksten leveres når alle har bekreftet.`,
  changedQuestion: 'Teksten er endret',
  changedAbout:
    'Det er skrevet i teksten etter at du trykket. Ingenting er levert eller bekreftet. Les den slik den er nå, så kan du bekrefte og levere på oppgavens side.',
  readChanged: 'Les teksten',
  notWaitedFor: (names: string) => `Ikke bekreftet av ${names}. Det står i kvitteringen.`,
  askedForWait: (names: string) => `${names} ber dere vente.`,
  notYet: 'Ikke ennå',
  confirmedNow: 'Du har bekreftet.',
  confirmedOnly: 'Du har bekreftet, men teksten er ikke levert: noen mangler likevel.',
  withdrawn: 'Bekreftelsen er trukket.',
  askedToWait: 'De andre ser at du ber dem vente. Det hindrer ingen i å levere.',
  waitEnded: 'De andre trenger ikke vente lenger.',
  handedInNow: 'Levert. Kvitteringen står på siden og kommer på e-post.',
  saidConfirmed: (name: string) => `${name} har bekreftet.`,
  saidWithdrawn: (name: string) => `${name} har trukket bekreftelsen.`,
  saidAskedToWait: (name: string) => `${name} ber dere vente med å levere.`,
  saidWaitEnded: (name: string) => `${name} ber ikke lenger om å vente.`,
  saidTakenBack: (name: string) => `${name} har tatt leveringen tilbake. Teksten er åpen igjen.`,
};

const nn: typeof nb = {
  handingInOf: (name) => `Levering for ${name}`,
  yourHandingIn: 'Leveringa di',
  ready: (words) =>
    plural('nn', words, {
      zero: 'Arket er tomt enno.',
      one: 'Det står eitt ord i teksten.',
      other: `Det står ${words} ord i teksten.`,
    }),
  onlyTemplate: 'Det står berre malen i teksten enno.',
  readyBesideTemplate: (words) =>
    plural('nn', words, {
      one: 'Det står eitt ord i teksten, utanom malen.',
      other: `Det står ${words} ord i teksten, utanom malen.`,
    }),
  unreadable: 'Teksten kan ikkje lesast akkurat no. Sei frå til skulen.',
  notBegun: 'Ingen har byrja enno.',
  youHaveNotBegun: 'Du har ikkje byrja enno.',
  locksWhenAll: (empty) => `${empty ? 'Det' : 'Han'} blir låst og levert når alle har stadfesta.`,
  locksWhenYou: (empty) => `${empty ? 'Det' : 'Han'} blir låst når du leverer.`,
  mayGoAlone: 'Frå 24 timar før fristen kan de levere utan å vente på alle.',
  goAloneNow: 'No kan de levere utan å vente på dei som ikkje har stadfesta.',
  goAloneOnceWritten:
    'Når de har skrive, kan de levere utan å vente på dei som ikkje har stadfesta.',
  members: 'Kven som har stadfesta',
  takenBackBy: (name, when) => `Teken tilbake av ${name} ${when}`,
  youTookBack: (when) => `Du tok leveringa tilbake ${when}`,
  you: 'Du',
  confirmedAt: (when) => `Stadfesta ${when}`,
  changedSince: (when) => `Stadfesta ${when}. Endra sidan`,
  notConfirmed: 'Har ikkje stadfesta enno',
  waitsSince: (when) => `Bed dykk vente, ${when}`,
  youWaitSince: (when) => `Du bed dei andre vente, ${when}`,
  goesTo: (names) => `Går til ${names}`,
  begin: 'Byrj å skrive',
  openText: 'Opne teksten',
  readFirst: 'Les teksten først',
  confirm: 'Stadfest for deg',
  confirmAndHandIn: 'Stadfest og lever',
  handIn: 'Lever',
  handInNow: 'Lever no',
  handInWithout: 'Lever utan å vente',
  withdraw: 'Trekk stadfestinga',
  askToWait: 'Be om å vente',
  endWait: 'Ikkje vent på meg',
  handInQuestion: 'Vil du levere?',
  handInAbout:
    'Teksten blir låst slik han er no, og går til undervisar. Før fristen kan de ta han tilbake.',
  handInAboutAlone:
    'Teksten blir låst slik han er no, og går til undervisar. Før fristen kan du ta han tilbake.',
  handInAboutLate:
    'Teksten blir låst slik han er no, og går til undervisar. Han blir merkt som levert etter fristen, og kan ikkje takast tilbake.',
  handInAboutSome: (names) =>
    `Ikkje stadfesta av ${names} likevel. Teksten blir levert når alle har stadfesta.`,
  changedQuestion: 'Teksten er endra',
  changedAbout:
    'Det er skrive i teksten etter at du trykte. Ingenting er levert eller stadfesta. Les han slik han er no, så kan du stadfeste og levere på sida til oppgåva.',
  readChanged: 'Les teksten',
  notWaitedFor: (names) => `Ikkje stadfesta av ${names}. Det står i kvitteringa.`,
  askedForWait: (names) => `${names} bed dykk vente.`,
  notYet: 'Ikkje enno',
  confirmedNow: 'Du har stadfesta.',
  confirmedOnly: 'Du har stadfesta, men teksten er ikkje levert: nokon manglar likevel.',
  withdrawn: 'Stadfestinga er trekt.',
  askedToWait: 'Dei andre ser at du bed dei vente. Det hindrar ingen i å levere.',
  waitEnded: 'Dei andre treng ikkje vente lenger.',
  handedInNow: 'Levert. Kvitteringa står på sida og kjem på e-post.',
  saidConfirmed: (name) => `${name} har stadfesta.`,
  saidWithdrawn: (name) => `${name} har trekt stadfestinga.`,
  saidAskedToWait: (name) => `${name} bed dykk vente med å levere.`,
  saidWaitEnded: (name) => `${name} bed ikkje lenger om å vente.`,
  saidTakenBack: (name) => `${name} har teke leveringa tilbake. Teksten er open igjen.`,
};

const en: typeof nb = {
  handingInOf: (name) => `Handing in for ${name}`,
  yourHandingIn: 'Your handing in',
  ready: (words) =>
    plural('en', words, {
      zero: 'The page is still empty.',
      one: 'There is one word in the text.',
      other: `There are ${words} words in the text.`,
    }),
  onlyTemplate: 'There is only the template in the text yet.',
  readyBesideTemplate: (words) =>
    plural('en', words, {
      one: 'There is one word in the text, beside the template.',
      other: `There are ${words} words in the text, beside the template.`,
    }),
  unreadable: 'The text cannot be read just now. Tell the school.',
  notBegun: 'Nobody has begun yet.',
  youHaveNotBegun: 'You have not begun yet.',
  locksWhenAll: () => 'It is locked and handed in when everybody has confirmed.',
  locksWhenYou: () => 'It is locked when you hand in.',
  mayGoAlone: 'From 24 hours before it is due, you may hand in without waiting for all.',
  goAloneNow: 'Now you may hand in without waiting for those who have not confirmed.',
  goAloneOnceWritten:
    'Once you have written, you may hand in without waiting for those who have not confirmed.',
  members: 'Who has confirmed',
  takenBackBy: (name, when) => `Taken back by ${name} ${when}`,
  youTookBack: (when) => `You took it back ${when}`,
  you: 'You',
  confirmedAt: (when) => `Confirmed ${when}`,
  changedSince: (when) => `Confirmed ${when}. Changed since`,
  notConfirmed: 'Not confirmed yet',
  waitsSince: (when) => `Asks you to wait, ${when}`,
  youWaitSince: (when) => `You ask the others to wait, ${when}`,
  goesTo: (names) => `Goes to ${names}`,
  begin: 'Begin writing',
  openText: 'Open the text',
  readFirst: 'Read the text first',
  confirm: 'Confirm for yourself',
  confirmAndHandIn: 'Confirm and hand in',
  handIn: 'Hand in',
  handInNow: 'Hand in now',
  handInWithout: 'Hand in without waiting',
  withdraw: 'Withdraw your confirmation',
  askToWait: 'Ask to wait',
  endWait: 'No need to wait for me',
  handInQuestion: 'Do you want to hand in?',
  handInAbout:
    'The text is locked as it is now, and goes to the teacher. Until it is due, you can take it back.',
  handInAboutAlone:
    'The text is locked as it is now, and goes to the teacher. Until it is due, you can take it back.',
  handInAboutLate:
    'The text is locked as it is now, and goes to the teacher. It is marked as handed in late, and cannot be taken back.',
  handInAboutSome: (names) =>
    `Not confirmed by ${names} after all. The text is handed in when everybody has confirmed.`,
  changedQuestion: 'The text has changed',
  changedAbout:
    'The text was written in after you pressed. Nothing is handed in or confirmed. Read it as it is now; then you can confirm and hand in on the page of the assignment.',
  readChanged: 'Read the text',
  notWaitedFor: (names) => `Not confirmed by ${names}. The receipt will say so.`,
  askedForWait: (names) => `You are asked to wait by ${names}.`,
  notYet: 'Not yet',
  confirmedNow: 'You have confirmed.',
  confirmedOnly:
    'You have confirmed, but the text is not handed in: somebody is missing after all.',
  withdrawn: 'Your confirmation is withdrawn.',
  askedToWait: 'The others see that you ask them to wait. It keeps nobody from handing in.',
  waitEnded: 'The others need not wait any longer.',
  handedInNow: 'Handed in. The receipt is on this page, and comes by e-mail.',
  saidConfirmed: (name) => `${name} has confirmed.`,
  saidWithdrawn: (name) => `${name} has withdrawn the confirmation.`,
  saidAskedToWait: (name) => `${name} asks you to wait before handing in.`,
  saidWaitEnded: (name) => `${name} no longer asks you to wait.`,
  saidTakenBack: (name) => `${name} has taken it back. The text is open again.`,
};

/** Until a text is handed in: how far it has come, and what those who answer together say. */
export const paperWords: Dictionary<typeof nb> = { nb, nn, en };
