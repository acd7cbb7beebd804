import type { closeRoom, openRoom } from '#shared/features/seminar-room/commands.ts';
import type { RefusalOf } from '#shared/wire/contract.ts';
import type { Dictionary } from '../../../platform/language.ts';
import type { KeySlip } from './key-text.ts';

type Refusals = Readonly<Record<RefusalOf<typeof closeRoom> | RefusalOf<typeof openRoom>, string>>;
type Slips = Readonly<Record<KeySlip, string>>;

const nb = {
  close: 'Lukk rommet',
  closeAbout: 'Lyd og bilde krypteres, og bare de med nøkkelen er med.',
  closedRoom: 'Lukket rom',
  closedBriefly: 'Lukket',
  closedRoomAbout: 'Lenken med nøkkelen, fingeravtrykket, og å åpne igjen.',
  what: 'I et lukket rom krypteres lyd og bilde i nettleserne, hele veien. Bare de som har nøkkelen, hører og ser hverandre. Nøkkelen lages hos deg, og serveren får den aldri.',
  off: 'Dette slås av',
  offList: [
    'De som ikke har nøkkelen, hører og ser ingenting. Samtalen, agendaen og hendene har de som før.',
    'Reserven som jevner ut lyden når nettet er dårlig.',
    'Teksting og opptak på serveren lar seg ikke gjøre.',
    'Gamle nettlesere kan ikke være med. Bilde fra Firefox kan bli svart hos andre.',
  ],
  seen: 'Dette ser serveren fortsatt',
  seenList: [
    'Hvem som er inne, og når.',
    'Hvem som snakker, og hvor høyt. Ikke hva som blir sagt.',
    'Hvor mye som sendes.',
    'Samtalen, agendaen og hendene. De krypteres ikke på denne måten.',
  ],
  trust: 'Dere stoler fortsatt på at Mellom gir nettleseren det riktige programmet.',
  closeNow: 'Lukk rommet',
  briefly: [
    'Bare de som har nøkkelen, hører og ser hverandre.',
    'Alle kobles til på nytt, og skjermdeling stopper. Du får en lenke å gi dem.',
    'Gamle nettlesere kan ikke være med, og bilde fra Firefox kan bli svart.',
    'Teksting på serveren går ikke, og lyden tåler dårlig nett mindre.',
    'Serveren ser fortsatt hvem som er inne, hvem som snakker, og samtalen.',
  ],
  fingerprint: 'Fingeravtrykk',
  fingerprintAbout: 'Les det opp for hverandre. Er det likt hos alle, har dere samme nøkkel.',
  working: 'Regner ut …',
  pass: 'Gi nøkkelen videre',
  passAbout:
    'Send lenken i en SMS eller e-post, eller les opp nøkkelen. Ikke i samtalen her: det som står der, ligger på serveren.',
  copy: 'Kopier lenken',
  copied: 'Lenken er kopiert',
  notCopied: 'Nettleseren lot oss ikke kopiere. Les opp nøkkelen i stedet.',
  keyAloud: 'Nøkkelen',
  openAgain: 'Åpne rommet igjen',
  openAgainAbout:
    'Åpner du rommet igjen, slås krypteringen av, og alle kan være med uten nøkkel. Skjermdeling stopper.',
  more: 'Om lukkede rom',
  sheetClose: 'Lukk',
  notNow: 'Ikke nå',
  locked: (by: string) => `${by} har lukket rommet.`,
  typeKey: 'Skriv nøkkelen',
  lockedBriefly: 'Åpne lenken du har fått, eller skriv nøkkelen.',
  badLinkBriefly: 'Nøkkelen i lenken er ikke hel.',
  cannotBriefly: 'Alt det andre virker som vanlig.',
  wrongBriefly: 'Dere har ikke samme nøkkel.',
  lockedAbout:
    'Lyd og bilde er kryptert. Åpne lenken du har fått, eller skriv nøkkelen her. Samtalen, agendaen og hendene virker som vanlig.',
  badLink: 'Nøkkelen i lenken er ikke hel. Åpne lenken på nytt, eller skriv nøkkelen her.',
  cannot: 'Denne nettleseren kan ikke være med i et lukket rom.',
  cannotAbout:
    'Prøv en ny utgave av Chrome, Edge, Firefox eller Safari. Samtalen, agendaen og hendene virker som vanlig.',
  field: 'Nøkkel',
  fieldAbout: '28 tegn. Store og små bokstaver er det samme.',
  enter: 'Bli med i lyden',
  slips: {
    'too-short': 'Nøkkelen er på 28 tegn. Her mangler det noen.',
    'too-long': 'Nøkkelen er på 28 tegn. Her er det for mange.',
    mistyped: 'Ett eller flere tegn er feil. Se over en gang til.',
  } satisfies Slips,
  wrong: 'Nøkkelen passer ikke.',
  wrongAbout:
    'Du og de andre har ikke samme nøkkel. Sammenlign fingeravtrykket, eller skriv nøkkelen på nytt.',
  wrongFor: (names: string) => `${names} har en annen nøkkel enn deg.`,
  wrongForBriefly: (names: string) =>
    `Be ${names} skrive den på nytt. Andre som sender, har den samme som du.`,
  wrongForAbout:
    'Det er noen du ikke hører. Andre som sender, har samme nøkkel som du, så det er nok ikke din som er feil. Sammenlign fingeravtrykket.',
  wrongForMade: (names: string) => `Be ${names} skrive den på nytt. Din er riktig.`,
  wrongForMadeAbout:
    'Det er noen du ikke hører. Nøkkelen ble laget her da du lukket rommet, så det er ikke din som er feil. Sammenlign fingeravtrykket.',
  notSame: (name: string) => `Du og ${name} har ikke samme nøkkel.`,
  notSameBriefly: 'Sammenlign fingeravtrykket med de andre.',
  notSameAbout:
    'Det er noen du ikke hører, og ingen andre som snakker nå. Sammenlign fingeravtrykket med de andre. Den som har et annet, skriver nøkkelen på nytt.',
  ownKey: 'Din nøkkel',
  again: 'Skriv nøkkelen på nytt',
  aTeacher: 'Underviseren',
  opened: (by: string) => `${by} har åpnet rommet. Lyd og bilde er ikke lenger kryptert.`,
  silentAnew: 'Mikrofon og kamera er av. Slå dem på når du vil.',
  spoken: {
    closed: (by: string) => `${by} har lukket rommet.`,
    youClosed: 'Rommet er lukket. Her står fingeravtrykket, og lenken du gir de andre.',
  },
  refusals: {
    'not-joined': 'Du er ikke inne i økten. Bli med igjen først.',
    'already-closed': 'Rommet er allerede lukket. Be om nøkkelen.',
  } satisfies Refusals,
};

const nn: typeof nb = {
  close: 'Lukk rommet',
  closeAbout: 'Lyd og bilete blir krypterte, og berre dei med nøkkelen er med.',
  closedRoom: 'Lukka rom',
  closedBriefly: 'Lukka',
  closedRoomAbout: 'Lenkja med nøkkelen, fingeravtrykket, og å opne igjen.',
  what: 'I eit lukka rom blir lyd og bilete krypterte i nettlesarane, heile vegen. Berre dei som har nøkkelen, høyrer og ser kvarandre. Nøkkelen blir laga hos deg, og tenaren får han aldri.',
  off: 'Dette blir slått av',
  offList: [
    'Dei som ikkje har nøkkelen, høyrer og ser ingenting. Samtalen, agendaen og hendene har dei som før.',
    'Reserven som jamnar ut lyden når nettet er dårleg.',
    'Teksting og opptak på tenaren lèt seg ikkje gjere.',
    'Gamle nettlesarar kan ikkje vere med. Bilete frå Firefox kan bli svart hos andre.',
  ],
  seen: 'Dette ser tenaren framleis',
  seenList: [
    'Kven som er inne, og når.',
    'Kven som snakkar, og kor høgt. Ikkje kva som blir sagt.',
    'Kor mykje som blir sendt.',
    'Samtalen, agendaen og hendene. Dei blir ikkje krypterte på denne måten.',
  ],
  trust: 'De stolar framleis på at Mellom gir nettlesaren det rette programmet.',
  closeNow: 'Lukk rommet',
  briefly: [
    'Berre dei som har nøkkelen, høyrer og ser kvarandre.',
    'Alle blir kopla til på nytt, og skjermdeling stoppar. Du får ei lenkje å gi dei.',
    'Gamle nettlesarar kan ikkje vere med, og bilete frå Firefox kan bli svart.',
    'Teksting på tenaren går ikkje, og lyden toler dårleg nett mindre.',
    'Tenaren ser framleis kven som er inne, kven som snakkar, og samtalen.',
  ],
  fingerprint: 'Fingeravtrykk',
  fingerprintAbout: 'Les det opp for kvarandre. Er det likt hos alle, har de same nøkkelen.',
  working: 'Reknar ut …',
  pass: 'Gi nøkkelen vidare',
  passAbout:
    'Send lenkja i ein SMS eller e-post, eller les opp nøkkelen. Ikkje i samtalen her: det som står der, ligg på tenaren.',
  copy: 'Kopier lenkja',
  copied: 'Lenkja er kopiert',
  notCopied: 'Nettlesaren lét oss ikkje kopiere. Les opp nøkkelen i staden.',
  keyAloud: 'Nøkkelen',
  openAgain: 'Opne rommet igjen',
  openAgainAbout:
    'Opnar du rommet igjen, blir krypteringa slått av, og alle kan vere med utan nøkkel. Skjermdeling stoppar.',
  more: 'Om lukka rom',
  sheetClose: 'Lukk',
  notNow: 'Ikkje no',
  locked: (by) => `${by} har lukka rommet.`,
  typeKey: 'Skriv nøkkelen',
  lockedBriefly: 'Opne lenkja du har fått, eller skriv nøkkelen.',
  badLinkBriefly: 'Nøkkelen i lenkja er ikkje heil.',
  cannotBriefly: 'Alt det andre verkar som vanleg.',
  wrongBriefly: 'De har ikkje same nøkkel.',
  lockedAbout:
    'Lyd og bilete er krypterte. Opne lenkja du har fått, eller skriv nøkkelen her. Samtalen, agendaen og hendene verkar som vanleg.',
  badLink: 'Nøkkelen i lenkja er ikkje heil. Opne lenkja på nytt, eller skriv nøkkelen her.',
  cannot: 'Denne nettlesaren kan ikkje vere med i eit lukka rom.',
  cannotAbout:
    'Prøv ei ny utgåve av Chrome, Edge, Firefox eller Safari. Samtalen, agendaen og hendene verkar som vanleg.',
  field: 'Nøkkel',
  fieldAbout: '28 teikn. Store og små bokstavar er det same.',
  enter: 'Bli med i lyden',
  slips: {
    'too-short': 'Nøkkelen er på 28 teikn. Her manglar det nokre.',
    'too-long': 'Nøkkelen er på 28 teikn. Her er det for mange.',
    mistyped: 'Eitt eller fleire teikn er feil. Sjå over ein gong til.',
  },
  wrong: 'Nøkkelen passar ikkje.',
  wrongAbout:
    'Du og dei andre har ikkje same nøkkelen. Samanlikn fingeravtrykket, eller skriv nøkkelen på nytt.',
  wrongFor: (names) => `${names} har ein annan nøkkel enn deg.`,
  wrongForBriefly: (names) =>
    `Be ${names} skrive han på nytt. Andre som sender, har den same som du.`,
  wrongForAbout:
    'Det er nokon du ikkje høyrer. Andre som sender, har same nøkkelen som du, så det er nok ikkje din som er feil. Samanlikn fingeravtrykket.',
  wrongForMade: (names) => `Be ${names} skrive han på nytt. Din er rett.`,
  wrongForMadeAbout:
    'Det er nokon du ikkje høyrer. Nøkkelen vart laga her då du lukka rommet, så det er ikkje din som er feil. Samanlikn fingeravtrykket.',
  notSame: (name) => `Du og ${name} har ikkje same nøkkelen.`,
  notSameBriefly: 'Samanlikn fingeravtrykket med dei andre.',
  notSameAbout:
    'Det er nokon du ikkje høyrer, og ingen andre som snakkar no. Samanlikn fingeravtrykket med dei andre. Den som har eit anna, skriv nøkkelen på nytt.',
  ownKey: 'Din nøkkel',
  again: 'Skriv nøkkelen på nytt',
  aTeacher: 'Undervisaren',
  opened: (by) => `${by} har opna rommet. Lyd og bilete er ikkje lenger krypterte.`,
  silentAnew: 'Mikrofon og kamera er av. Slå dei på når du vil.',
  spoken: {
    closed: (by) => `${by} har lukka rommet.`,
    youClosed: 'Rommet er lukka. Her står fingeravtrykket, og lenkja du gir dei andre.',
  },
  refusals: {
    'not-joined': 'Du er ikkje inne i økta. Bli med igjen først.',
    'already-closed': 'Rommet er alt lukka. Be om nøkkelen.',
  },
};

const en: typeof nb = {
  close: 'Close the room',
  closeAbout: 'Sound and pictures are encrypted, for those with the key alone.',
  closedRoom: 'Closed room',
  closedBriefly: 'Closed',
  closedRoomAbout: 'The link with the key, the fingerprint, and opening again.',
  what: 'In a closed room, sound and pictures are encrypted in the browsers, all the way. Only those who have the key hear and see each other. The key is made here, and the server never gets it.',
  off: 'This is switched off',
  offList: [
    'Those without the key hear and see nothing. They have the chat, the agenda and the hands as before.',
    'The reserve that smooths the sound on a poor network.',
    'Captions and recording on the server cannot be made.',
    'Old browsers cannot take part. Pictures from Firefox may be black for others.',
  ],
  seen: 'This the server still sees',
  seenList: [
    'Who is in, and when.',
    'Who speaks, and how loud. Not what is said.',
    'How much is sent.',
    'The chat, the agenda and the hands. They are not encrypted in this way.',
  ],
  trust: 'You still trust Mellom to give the browser the right program.',
  closeNow: 'Close the room',
  briefly: [
    'Only those who have the key hear and see each other.',
    'Everybody is connected anew, and shared screens stop. You get a link to give them.',
    'Old browsers cannot take part, and pictures from Firefox may turn black.',
    'Captions by the server do not work, and the sound bears a poor network less well.',
    'The server still sees who is here, who speaks, and the chat.',
  ],
  fingerprint: 'Fingerprint',
  fingerprintAbout: 'Read it out to each other. If all have the same, you have the same key.',
  working: 'Working it out …',
  pass: 'Pass the key on',
  passAbout:
    'Send the link in a text message or an e-mail, or read the key aloud. Not in the chat here: what stands there is on the server.',
  copy: 'Copy the link',
  copied: 'The link is copied',
  notCopied: 'The browser did not let us copy. Read the key aloud instead.',
  keyAloud: 'The key',
  openAgain: 'Open the room again',
  openAgainAbout:
    'If you open the room again, the encryption ends, and everybody can take part without a key. Shared screens stop.',
  more: 'About closed rooms',
  sheetClose: 'Close',
  notNow: 'Not now',
  locked: (by) => `${by} has closed the room.`,
  typeKey: 'Type the key',
  lockedBriefly: 'Open the link you were given, or type the key.',
  badLinkBriefly: 'The key in the link is not whole.',
  cannotBriefly: 'Everything else works as usual.',
  wrongBriefly: 'You do not have the same key.',
  lockedAbout:
    'Sound and pictures are encrypted. Open the link that you were given, or type the key here. The chat, the agenda and the hands work as usual.',
  badLink: 'The key in the link is not whole. Open the link again, or type the key here.',
  cannot: 'This browser cannot take part in a closed room.',
  cannotAbout:
    'Try a recent Chrome, Edge, Firefox or Safari. The chat, the agenda and the hands work as usual.',
  field: 'Key',
  fieldAbout: '28 signs. Capital and small letters are the same.',
  enter: 'Join the sound',
  slips: {
    'too-short': 'The key has 28 signs. Some are missing.',
    'too-long': 'The key has 28 signs. These are too many.',
    mistyped: 'One or more signs are wrong. Look it over once more.',
  },
  wrong: 'The key does not fit.',
  wrongAbout:
    'You and the others do not have the same key. Compare the fingerprint, or type the key again.',
  wrongFor: (names) => `${names} has another key than you.`,
  wrongForBriefly: (names) =>
    `Ask ${names} to type it again. Others who send have the same as you.`,
  wrongForAbout:
    'There is somebody you do not hear. Others who send have the same key as you, so most likely yours is not the wrong one. Compare the fingerprint.',
  wrongForMade: (names) => `Ask ${names} to type it again. Yours is right.`,
  wrongForMadeAbout:
    'There is somebody you do not hear. The key was made here when you closed the room, so yours is not the wrong one. Compare the fingerprint.',
  notSame: (name) => `You and ${name} do not have the same key.`,
  notSameBriefly: 'Compare the fingerprint with the others.',
  notSameAbout:
    'There is somebody you do not hear, and nobody else who speaks now. Compare the fingerprint with the others. Whoever has another types the key again.',
  ownKey: 'Your key',
  again: 'Type the key again',
  aTeacher: 'The teacher',
  opened: (by) => `${by} has opened the room. Sound and pictures are no longer encrypted.`,
  silentAnew: 'Microphone and camera are off. Switch them on when you like.',
  spoken: {
    closed: (by) => `${by} has closed the room.`,
    youClosed: 'The room is closed. Here are the fingerprint, and the link to give to the others.',
  },
  refusals: {
    'not-joined': 'You are not in the session. Join again first.',
    'already-closed': 'The room is closed already. Ask for the key.',
  },
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
