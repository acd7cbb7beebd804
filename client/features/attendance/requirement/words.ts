import type { setRequirement } from '#shared/features/attendance/requirement/commands.ts';
import type { RefusalOf } from '#shared/wire/contract.ts';
import { type Dictionary, plural } from '../../../platform/language.ts';

const nb = {
  title: 'Krav til oppmøte',
  about:
    'Et krav sier hvor mye av emnet studenten må være med på. Studenten får vite det først hvis det begynner å bli lite. En uke senere ser også de som følger opp, hvem det gjelder.',
  none: 'Ingen krav',
  ofSessions: (percent: number) => `${percent} % av øktene`,
  ofGatherings: (percent: number) => `${percent} % av dagene på obligatoriske samlinger`,
  mustBeAt: (said: string) => `krever ${said}`,
  noCourses: 'Utdanningen har ingen emner ennå',
  noCoursesAbout: 'Når emnene er satt opp, kan du si hva de krever.',
  toAttendance: 'Oppmøte',
  change: (code: string) => `Endre kravet i ${code}`,
  changeShort: 'Endre',
  sessions: 'Av øktene, i prosent',
  gatherings: 'Av dagene på obligatoriske samlinger, i prosent',
  emptyIsNone: 'La feltet stå tomt når det ikke er noe krav.',
  wrong: 'Skriv et helt tall fra 1 til 100, eller ingenting.',
  save: 'Lagre',
  saving: 'Lagrer …',
  saved: 'Kravet er lagret.',
  close: 'Lukk',
  notYours: 'Dette er ikke din side',
  notYoursAbout: 'Administrasjonen og rektor sier hva emnene krever.',
  refusals: {
    gone: 'Emnet er tatt bort i mellomtiden. Lukk, og se hva som står nå.',
    offline: 'Vi får ikke kontakt. Prøv igjen når nettet er tilbake.',
  } satisfies Record<RefusalOf<typeof setRequirement> | 'offline', string>,
  required: (what: string) => `I dette emnet skal man være med på minst ${what}.`,
  share: (percent: number) => `Du er på ${percent} % til nå.`,
  kept: 'Det er innenfor.',
  near: 'Det er innenfor. Blir du borte fra neste økt, kommer du litt under.',
  back: (count: number) =>
    plural('nb', count, {
      one: 'Er du med på neste økt, er du innenfor igjen.',
      other: `Er du med på de ${count} neste øktene, er du innenfor igjen.`,
    }),
  way: 'Det finnes som regel en vei videre.',
  talkTo: (names: string) =>
    `Snakk gjerne med ${names}. Du trenger ikke å si hvorfor du var borte.`,
  theTeacher: 'underviseren eller studierådgiveren',
  youFirst:
    'Du er den første som får vite dette. Er det slik om en uke også, ser de som følger opp studenter det.',
  othersSee: 'De som følger opp studenter, ser dette nå også.',
  under: 'Under kravet',
  underAbout: 'Studenten har visst det i minst en uke. Spør heller hvordan det går enn hvorfor.',
  underSaid: (share: number, percent: number) => `${share} %, kravet er ${percent} %`,
  sessionsSaid: (said: string) => `Økter: ${said}`,
  gatheringsSaid: (said: string) => `Samlinger: ${said}`,
};

const nn: typeof nb = {
  title: 'Krav til oppmøte',
  about:
    'Eit krav seier kor mykje av emnet studenten må vere med på. Studenten får vite det først om det byrjar å bli lite. Ei veke seinare ser òg dei som følgjer opp, kven det gjeld.',
  none: 'Ingen krav',
  ofSessions: (percent) => `${percent} % av øktene`,
  ofGatherings: (percent) => `${percent} % av dagane på obligatoriske samlingar`,
  mustBeAt: (said) => `krev ${said}`,
  noCourses: 'Utdanninga har ingen emne enno',
  noCoursesAbout: 'Når emna er sette opp, kan du seie kva dei krev.',
  toAttendance: 'Oppmøte',
  change: (code) => `Endre kravet i ${code}`,
  changeShort: 'Endre',
  sessions: 'Av øktene, i prosent',
  gatherings: 'Av dagane på obligatoriske samlingar, i prosent',
  emptyIsNone: 'Lat feltet stå tomt når det ikkje er noko krav.',
  wrong: 'Skriv eit heilt tal frå 1 til 100, eller ingenting.',
  save: 'Lagre',
  saving: 'Lagrar …',
  saved: 'Kravet er lagra.',
  close: 'Lukk',
  notYours: 'Dette er ikkje di side',
  notYoursAbout: 'Administrasjonen og rektor seier kva emna krev.',
  refusals: {
    gone: 'Emnet er teke bort i mellomtida. Lukk, og sjå kva som står no.',
    offline: 'Vi får ikkje kontakt. Prøv igjen når nettet er tilbake.',
  },
  required: (what) => `I dette emnet skal ein vere med på minst ${what}.`,
  share: (percent) => `Du er på ${percent} % til no.`,
  kept: 'Det er innanfor.',
  near: 'Det er innanfor. Blir du borte frå neste økt, kjem du litt under.',
  back: (count) =>
    plural('nn', count, {
      one: 'Er du med på neste økt, er du innanfor igjen.',
      other: `Er du med på dei ${count} neste øktene, er du innanfor igjen.`,
    }),
  way: 'Det finst som regel ein veg vidare.',
  talkTo: (names) => `Snakk gjerne med ${names}. Du treng ikkje å seie kvifor du var borte.`,
  theTeacher: 'undervisaren eller studierådgjevaren',
  youFirst:
    'Du er den første som får vite dette. Er det slik om ei veke òg, ser dei som følgjer opp studentar det.',
  othersSee: 'Dei som følgjer opp studentar, ser dette no òg.',
  under: 'Under kravet',
  underAbout: 'Studenten har visst det i minst ei veke. Spør heller korleis det går enn kvifor.',
  underSaid: (share, percent) => `${share} %, kravet er ${percent} %`,
  sessionsSaid: (said) => `Økter: ${said}`,
  gatheringsSaid: (said) => `Samlingar: ${said}`,
};

const en: typeof nb = {
  title: 'Required attendance',
  about:
    'A requirement says how much of the course a student has to be there for. The student is told first if it is getting low. A week later those who follow students up see whom it concerns.',
  none: 'Nothing required',
  ofSessions: (percent) => `${percent}% of the sessions`,
  ofGatherings: (percent) => `${percent}% of the days of mandatory gatherings`,
  mustBeAt: (said) => `requires ${said}`,
  noCourses: 'The programme has no courses yet',
  noCoursesAbout: 'When the courses are set up, you can say what they require.',
  toAttendance: 'Attendance',
  change: (code) => `Change what ${code} requires`,
  changeShort: 'Change',
  sessions: 'Of the sessions, in per cent',
  gatherings: 'Of the days of mandatory gatherings, in per cent',
  emptyIsNone: 'Leave the field empty where nothing is required.',
  wrong: 'Write a whole number from 1 to 100, or nothing.',
  save: 'Save',
  saving: 'Saving …',
  saved: 'The requirement is saved.',
  close: 'Close',
  notYours: 'This is not your page',
  notYoursAbout: 'The administration and the rector say what the courses require.',
  refusals: {
    gone: 'The course has been removed meanwhile. Close this, and see what stands now.',
    offline: 'We cannot get through. Try again when the network is back.',
  },
  required: (what) => `In this course one is to be there for at least ${what}.`,
  share: (percent) => `You are at ${percent}% so far.`,
  kept: 'That is enough.',
  near: 'That is enough. If you miss the next session, you will be a little below.',
  back: (count) =>
    plural('en', count, {
      one: 'If you are at the next session, it is enough again.',
      other: `If you are at the next ${count} sessions, it is enough again.`,
    }),
  way: 'There is usually a way on.',
  talkTo: (names) => `Do talk to ${names}. You need not say why you were away.`,
  theTeacher: 'the teacher or the study adviser',
  youFirst:
    'You are the first to know this. If it is still so in a week, those who follow students up see it.',
  othersSee: 'Those who follow students up see this by now too.',
  under: 'Below what is required',
  underAbout: 'The student has known for at least a week. Ask how things are, rather than why.',
  underSaid: (share, percent) => `${share}%, required is ${percent}%`,
  sessionsSaid: (said) => `Sessions: ${said}`,
  gatheringsSaid: (said) => `Gatherings: ${said}`,
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
