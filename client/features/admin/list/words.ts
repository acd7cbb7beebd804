import type { UniversalRefusal } from '#shared/wire/contract.ts';
import { type Dictionary, plural } from '../../../platform/language.ts';
import type { ListProblem } from './list-store.ts';

const nb = {
  title: 'Inviter fra fil',
  back: 'Folk',
  about:
    'Velg en fil fra regnearket, eller lim inn linjer. Navn og e-post er nok. Første linje kan si hva kolonnene er: navn, e-post, rolle, kull, til, språk.',
  choose: 'Velg en fil',
  chooseAnother: 'Velg en annen fil',
  paste: 'Eller lim inn her',
  pasteAbout: 'Én person på hver linje: Kari Nilsen; kari@eksempel.no',
  otherwise: 'Når linjen ikke sier noe annet',
  role: 'Rolle',
  noRole: 'Ingen',
  cohort: 'Kull',
  noCohort: 'Ingen',
  letterIn: 'Språk i brevet',
  sum: (lines: number, ready: number, faulty: number) =>
    faulty === 0
      ? plural('nb', lines, {
          one: '1 linje. Den er klar.',
          other: `${lines} linjer. Alle er klare.`,
        })
      : `${plural('nb', lines, { one: '1 linje', other: `${lines} linjer` })}. ${plural('nb', ready, { one: '1 er klar', other: `${ready} er klare` })}. ${faulty} må rettes før de kan bli med.`,
  nobodyYet: 'Ingen har fått e-post ennå.',
  line: 'Linje',
  name: 'Navn',
  address: 'E-post',
  as: 'Rolle og kull',
  how: 'Slik går det',
  ready: 'Klar',
  mustFix: 'Må rettes',
  areReady: 'Klare',
  andMore: (n: number) => `Og ${n} til.`,
  download: 'Last ned dem som må rettes',
  fault: 'Hva som er galt',
  invite: (n: number) =>
    plural('nb', n, { one: 'Inviter den ene', other: `Inviter ${n} personer` }),
  inviteReady: (n: number) =>
    plural('nb', n, { one: 'Inviter den ene som er klar', other: `Inviter de ${n} som er klare` }),
  sending: 'Inviterer …',
  invited: (n: number) =>
    plural('nb', n, { one: '1 brev er på vei.', other: `${n} brev er på vei.` }),
  toPeople: 'Til Folk',
  problems: {
    'nothing-there': () => 'Det står ingenting der.',
    'cell-too-long': (line: number) =>
      `I linje ${line} står det en tekst på over 1000 tegn. Er det riktig fil? Ingen er invitert.`,
    'too-many-lines': () => 'Det er flere enn 10 000 linjer. Del filen. Ingen er invitert.',
    'quote-left-open': (line: number) =>
      `Et anførselstegn i linje ${line} blir aldri lukket. Ingen er invitert.`,
    'file-too-large': () => 'Filen er større enn 5 MB. Er det riktig fil?',
    'file-unreadable': () => 'Vi fikk ikke lest filen. Prøv å lagre den på nytt.',
  } satisfies Record<ListProblem, (line: number) => string>,
  refusals: {
    'not-found': 'Du kan ikke invitere alle disse. Studierådgivere inviterer bare studenter.',
    'bad-input': 'Listen kunne ikke leses. Ingen er invitert.',
    'too-many-calls': 'Det gikk litt fort. Vent litt, og prøv igjen.',
    'signed-out': 'Du er logget ut. Logg inn og prøv igjen.',
    'try-again': 'Det gikk ikke akkurat nå. Prøv igjen: ingen blir invitert to ganger.',
    fault: 'Noe gikk galt hos oss. Prøv igjen: ingen blir invitert to ganger.',
    offline: 'Vi fikk ikke svar. Prøv igjen: ingen blir invitert to ganger.',
  } satisfies Record<UniversalRefusal | 'offline', string>,
};

const nn: typeof nb = {
  title: 'Inviter frå fil',
  back: 'Folk',
  about:
    'Vel ei fil frå reknearket, eller lim inn linjer. Namn og e-post er nok. Første linja kan seie kva kolonnane er: namn, e-post, rolle, kull, til, språk.',
  choose: 'Vel ei fil',
  chooseAnother: 'Vel ei anna fil',
  paste: 'Eller lim inn her',
  pasteAbout: 'Éin person på kvar linje: Kari Nilsen; kari@eksempel.no',
  otherwise: 'Når linja ikkje seier noko anna',
  role: 'Rolle',
  noRole: 'Inga',
  cohort: 'Kull',
  noCohort: 'Ikkje noko',
  letterIn: 'Språk i brevet',
  sum: (lines, ready, faulty) =>
    faulty === 0
      ? plural('nn', lines, {
          one: '1 linje. Ho er klar.',
          other: `${lines} linjer. Alle er klare.`,
        })
      : `${plural('nn', lines, { one: '1 linje', other: `${lines} linjer` })}. ${plural('nn', ready, { one: '1 er klar', other: `${ready} er klare` })}. ${faulty} må rettast før dei kan bli med.`,
  nobodyYet: 'Ingen har fått e-post enno.',
  line: 'Linje',
  name: 'Namn',
  address: 'E-post',
  as: 'Rolle og kull',
  how: 'Slik går det',
  ready: 'Klar',
  mustFix: 'Må rettast',
  areReady: 'Klare',
  andMore: (n) => `Og ${n} til.`,
  download: 'Last ned dei som må rettast',
  fault: 'Kva som er gale',
  invite: (n) => plural('nn', n, { one: 'Inviter den eine', other: `Inviter ${n} personar` }),
  inviteReady: (n) =>
    plural('nn', n, {
      one: 'Inviter den eine som er klar',
      other: `Inviter dei ${n} som er klare`,
    }),
  sending: 'Inviterer …',
  invited: (n) => plural('nn', n, { one: '1 brev er på veg.', other: `${n} brev er på veg.` }),
  toPeople: 'Til Folk',
  problems: {
    'nothing-there': () => 'Det står ingenting der.',
    'cell-too-long': (line) =>
      `I linje ${line} står det ein tekst på over 1000 teikn. Er det rett fil? Ingen er invitert.`,
    'too-many-lines': () => 'Det er fleire enn 10 000 linjer. Del fila. Ingen er invitert.',
    'quote-left-open': (line) =>
      `Eit hermeteikn i linje ${line} blir aldri lukka. Ingen er invitert.`,
    'file-too-large': () => 'Fila er større enn 5 MB. Er det rett fil?',
    'file-unreadable': () => 'Vi fekk ikkje lese fila. Prøv å lagre ho på nytt.',
  },
  refusals: {
    'not-found': 'Du kan ikkje invitere alle desse. Studierådgjevarar inviterer berre studentar.',
    'bad-input': 'Lista kunne ikkje lesast. Ingen er invitert.',
    'too-many-calls': 'Det gjekk litt fort. Vent litt, og prøv igjen.',
    'signed-out': 'Du er logga ut. Logg inn og prøv igjen.',
    'try-again': 'Det gjekk ikkje akkurat no. Prøv igjen: ingen blir invitert to gonger.',
    fault: 'Noko gjekk gale hos oss. Prøv igjen: ingen blir invitert to gonger.',
    offline: 'Vi fekk ikkje svar. Prøv igjen: ingen blir invitert to gonger.',
  },
};

const en: typeof nb = {
  title: 'Invite from a file',
  back: 'People',
  about:
    'Choose a file from the spreadsheet, or paste lines. A name and an e-mail are enough. The first line can say what the columns are: name, e-mail, role, cohort, until, language.',
  choose: 'Choose a file',
  chooseAnother: 'Choose another file',
  paste: 'Or paste here',
  pasteAbout: 'One person on each line: Kari Nilsen; kari@example.com',
  otherwise: 'Where a line says nothing else',
  role: 'Role',
  noRole: 'None',
  cohort: 'Cohort',
  noCohort: 'None',
  letterIn: 'Language of the letter',
  sum: (lines, ready, faulty) =>
    faulty === 0
      ? plural('en', lines, {
          one: '1 line. It is ready.',
          other: `${lines} lines. All are ready.`,
        })
      : `${plural('en', lines, { one: '1 line', other: `${lines} lines` })}. ${plural('en', ready, { one: '1 is ready', other: `${ready} are ready` })}. ${faulty} must be put right before they can come along.`,
  nobodyYet: 'Nobody has got a letter yet.',
  line: 'Line',
  name: 'Name',
  address: 'E-mail',
  as: 'Role and cohort',
  how: 'How it goes',
  ready: 'Ready',
  mustFix: 'Must be put right',
  areReady: 'Ready',
  andMore: (n) => `And ${n} more.`,
  download: 'Download those that must be put right',
  fault: 'What is wrong',
  invite: (n) => plural('en', n, { one: 'Invite the one', other: `Invite ${n} people` }),
  inviteReady: (n) =>
    plural('en', n, { one: 'Invite the one who is ready', other: `Invite the ${n} who are ready` }),
  sending: 'Inviting …',
  invited: (n) =>
    plural('en', n, { one: '1 letter is on its way.', other: `${n} letters are on their way.` }),
  toPeople: 'To People',
  problems: {
    'nothing-there': () => 'There is nothing there.',
    'cell-too-long': (line) =>
      `Line ${line} has a text of more than 1000 characters. Is it the right file? Nobody is invited.`,
    'too-many-lines': () => 'There are more than 10,000 lines. Divide the file. Nobody is invited.',
    'quote-left-open': (line) =>
      `A quotation mark in line ${line} is never closed. Nobody is invited.`,
    'file-too-large': () => 'The file is larger than 5 MB. Is it the right one?',
    'file-unreadable': () => 'We could not read the file. Try saving it anew.',
  },
  refusals: {
    'not-found': 'You cannot invite all of these. Study advisers invite students alone.',
    'bad-input': 'The list could not be read. Nobody is invited.',
    'too-many-calls': 'That was a little fast. Wait a little, and try again.',
    'signed-out': 'You are signed out. Sign in and try again.',
    'try-again': 'It did not work just now. Try again: nobody is invited twice.',
    fault: 'Something went wrong on our side. Try again: nobody is invited twice.',
    offline: 'We got no answer. Try again: nobody is invited twice.',
  },
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
