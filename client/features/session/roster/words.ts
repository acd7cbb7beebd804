import type { GuestAs } from '#shared/features/programme/invitation/model.ts';
import type { choosePlace, passLead } from '#shared/features/session/roster/commands.ts';
import type { Part, Place } from '#shared/features/session/roster/model.ts';
import type { RefusalOf } from '#shared/wire/contract.ts';
import { type Dictionary, plural } from '../../../platform/language.ts';
import type { RosterGroup } from './roster-groups.ts';

type Refusals = Readonly<Record<RefusalOf<typeof choosePlace>, string>>;
type LeadRefusals = Readonly<Record<RefusalOf<typeof passLead>, string>>;
type Groups = Readonly<Record<RosterGroup['kind'], (count: number) => string>>;

const nb = {
  people: 'Folk',
  peopleWithHands: (count: number) =>
    `Folk, ${plural('nb', count, { one: '1 hånd oppe', other: `${count} hender oppe` })}`,
  groups: {
    teachers: (count) => `Undervisere, ${count}`,
    home: (count) => `Hjemme, ${count}`,
    trondheim: (count) => `Rommet i Trondheim, ${count}`,
    kristiansand: (count) => `Rommet i Kristiansand, ${count}`,
    expected: (count) => `Ventes, ${count}`,
    left: (count) => `Har gått ut, ${count}`,
  } satisfies Groups,
  places: {
    home: 'Hjemme',
    trondheim: 'Rommet i Trondheim',
    kristiansand: 'Rommet i Kristiansand',
  } satisfies Record<Place, string>,
  whereAreYou: 'Hvor sitter du?',
  changePlace: 'Endre sted',
  yourPlace: (place: string) => `Du sitter her: ${place}. Endre sted`,
  you: 'Deg',
  leads: 'Leder økten',
  parts: { student: '', teacher: 'Underviser', staff: 'Ansatt', guest: 'Gjest' } satisfies Record<
    Part,
    string
  >,
  guests: {
    lecturer: 'Gjest, foreleser',
    'next-of-kin': 'Gjest, pårørende',
    captioner: 'Gjest, skrivetolk',
    supervisor: 'Gjest, veileder',
  } satisfies Record<GuestAs, string>,
  onTile: { leads: 'leder', lost: 'mistet linja' },
  lost: 'Mistet linja. Plassen holdes',
  takeLead: 'Overta ledelsen',
  giveLead: 'Gi ledelsen',
  remove: 'Fjern',
  giveLeadTo: (name: string) => `til ${name}`,
  leadPassed: { byName: (name: string) => `${name} leder nå.`, you: 'Du leder nå.' },
  withoutTeacher: {
    title: 'Ingen underviser er inne.',
    about: 'Dere får vite det når en er tilbake.',
    spoken: 'Ingen underviser er inne akkurat nå.',
    lost: (names: string) => `${names} har mistet linja, og ingen annen underviser er inne.`,
    goesOn: 'Økten går videre.',
  },
  leadRefusals: {
    'not-joined': 'Du er ikke inne i økten. Bli med igjen først.',
    'session-over': 'Økten er over.',
    'not-the-lead': 'Det er en annen som leder nå.',
    'not-a-teacher-here': 'Bare en underviser som er inne, kan lede.',
  } satisfies LeadRefusals,
  hasTheWord: 'Har ordet',
  handUp: (place: number) => `Hånda er oppe, nummer ${place}`,
  onStage: 'Folk på scenen',
  seeMore: (count: number) => `Se ${count} til`,
  spoken: {
    joined: (name: string) => `${name} kom inn.`,
    manyJoined: (count: number) => `${count} kom inn.`,
  },
  refusals: { 'not-joined': 'Du er ikke inne i økten. Bli med igjen først.' } satisfies Refusals,
};

const nn: typeof nb = {
  people: 'Folk',
  peopleWithHands: (count) =>
    `Folk, ${plural('nn', count, { one: '1 hand oppe', other: `${count} hender oppe` })}`,
  groups: {
    teachers: (count) => `Undervisarar, ${count}`,
    home: (count) => `Heime, ${count}`,
    trondheim: (count) => `Rommet i Trondheim, ${count}`,
    kristiansand: (count) => `Rommet i Kristiansand, ${count}`,
    expected: (count) => `Ventar på, ${count}`,
    left: (count) => `Har gått ut, ${count}`,
  },
  places: {
    home: 'Heime',
    trondheim: 'Rommet i Trondheim',
    kristiansand: 'Rommet i Kristiansand',
  },
  whereAreYou: 'Kvar sit du?',
  changePlace: 'Endre stad',
  yourPlace: (place) => `Du sit her: ${place}. Endre stad`,
  you: 'Deg',
  leads: 'Leier økta',
  parts: { student: '', teacher: 'Undervisar', staff: 'Tilsett', guest: 'Gjest' },
  guests: {
    lecturer: 'Gjest, førelesar',
    'next-of-kin': 'Gjest, pårørande',
    captioner: 'Gjest, skrivetolk',
    supervisor: 'Gjest, rettleiar',
  },
  onTile: { leads: 'leier', lost: 'mista linja' },
  lost: 'Mista linja. Plassen blir halden',
  takeLead: 'Ta over leiinga',
  giveLead: 'Gi leiinga',
  remove: 'Fjern',
  giveLeadTo: (name) => `til ${name}`,
  leadPassed: { byName: (name) => `${name} leier no.`, you: 'Du leier no.' },
  withoutTeacher: {
    title: 'Ingen undervisar er inne.',
    about: 'De får vite det når ein er tilbake.',
    spoken: 'Ingen undervisar er inne akkurat no.',
    lost: (names) => `${names} har mista linja, og ingen annan undervisar er inne.`,
    goesOn: 'Økta går vidare.',
  },
  leadRefusals: {
    'not-joined': 'Du er ikkje inne i økta. Bli med igjen først.',
    'session-over': 'Økta er over.',
    'not-the-lead': 'Det er ein annan som leier no.',
    'not-a-teacher-here': 'Berre ein undervisar som er inne, kan leie.',
  },
  hasTheWord: 'Har ordet',
  handUp: (place) => `Handa er oppe, nummer ${place}`,
  onStage: 'Folk på scena',
  seeMore: (count) => `Sjå ${count} til`,
  spoken: {
    joined: (name) => `${name} kom inn.`,
    manyJoined: (count) => `${count} kom inn.`,
  },
  refusals: { 'not-joined': 'Du er ikkje inne i økta. Bli med igjen først.' },
};

const en: typeof nb = {
  people: 'People',
  peopleWithHands: (count) =>
    `People, ${plural('en', count, { one: '1 hand up', other: `${count} hands up` })}`,
  groups: {
    teachers: (count) => `Teachers, ${count}`,
    home: (count) => `At home, ${count}`,
    trondheim: (count) => `The room in Trondheim, ${count}`,
    kristiansand: (count) => `The room in Kristiansand, ${count}`,
    expected: (count) => `Expected, ${count}`,
    left: (count) => `Have left, ${count}`,
  },
  places: {
    home: 'At home',
    trondheim: 'The room in Trondheim',
    kristiansand: 'The room in Kristiansand',
  },
  whereAreYou: 'Where are you?',
  changePlace: 'Change place',
  yourPlace: (place) => `You are here: ${place}. Change place`,
  you: 'You',
  leads: 'Leads the session',
  parts: { student: '', teacher: 'Teacher', staff: 'Staff', guest: 'Guest' },
  guests: {
    lecturer: 'Guest, lecturer',
    'next-of-kin': 'Guest, next of kin',
    captioner: 'Guest, captioner',
    supervisor: 'Guest, supervisor',
  },
  onTile: { leads: 'leads', lost: 'lost the line' },
  lost: 'Lost the line. The seat is held',
  takeLead: 'Take over the lead',
  giveLead: 'Give the lead',
  remove: 'Remove',
  giveLeadTo: (name) => `to ${name}`,
  leadPassed: { byName: (name) => `${name} leads now.`, you: 'You lead now.' },
  withoutTeacher: {
    title: 'No teacher is in.',
    about: 'You are told when one is back.',
    spoken: 'No teacher is in just now.',
    lost: (names) => `The line to ${names} is lost, and no other teacher is in.`,
    goesOn: 'The session goes on.',
  },
  leadRefusals: {
    'not-joined': 'You are not in the session. Join again first.',
    'session-over': 'The session is over.',
    'not-the-lead': 'Somebody else leads now.',
    'not-a-teacher-here': 'Only a teacher who is in can lead.',
  },
  hasTheWord: 'Has the word',
  handUp: (place) => `Hand is up, number ${place}`,
  onStage: 'People on the stage',
  seeMore: (count) => `See ${count} more`,
  spoken: {
    joined: (name) => `${name} came in.`,
    manyJoined: (count) => `${count} came in.`,
  },
  refusals: { 'not-joined': 'You are not in the session. Join again first.' },
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
