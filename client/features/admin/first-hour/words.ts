import type { FirstStep } from '#shared/features/admin/first-hour/model.ts';
import { type Dictionary, plural } from '../../../platform/language.ts';

type OfSteps = Readonly<Record<FirstStep, string>>;

const nb = {
  title: 'Skolen kommer i gang',
  soFar: (done: number, of: number) =>
    `${done} av ${of} er gjort. Du kan gå fra det og ta det opp igjen når det passer.`,
  done: 'Ferdig',
  steps: {
    school: 'Si hva skolen heter',
    programme: 'Lag utdanningen',
    cohort: 'Lag det første kullet',
    terms: 'Gi kullet et semester',
    people: 'Inviter de første',
    session: 'Planlegg den første økten',
  } satisfies OfSteps,
  about: {
    school: 'Navnet, og hvem man skriver til om personvern.',
    programme: 'Begynn med malen: navnet, graden og de fem emnene. Alt kan endres siden.',
    cohort: 'De som begynner sammen, på heltid eller deltid.',
    terms: 'Fra dag til dag, med emnene kullet har da.',
    people: 'Minst en underviser og en student. De får en lenke på e-post.',
    session: 'Velg kullet, emnet, hvem som underviser, og når.',
  } satisfies OfSteps,
  ways: {
    school: 'Fyll ut',
    programme: 'Til utdanningen',
    cohort: 'Til kullene',
    terms: 'Til semestrene',
    people: 'Til Folk',
    session: 'Planlegg',
  } satisfies OfSteps,
  peopleSoFar: (here: number, invited: number) =>
    `${plural('nb', here, { zero: 'Ingen', one: 'En', other: String(here) })} er inne, ${plural('nb', invited, { zero: 'ingen', one: 'en', other: String(invited) })} er invitert.`,
  waitsForTeacher: 'Det kan du når en underviser har kommet inn med lenken sin.',
  seePeople: 'Se hvem som er inne',
};

const nn: typeof nb = {
  title: 'Skulen kjem i gang',
  soFar: (done, of) =>
    `${done} av ${of} er gjort. Du kan gå frå det og ta det opp att når det passar.`,
  done: 'Ferdig',
  steps: {
    school: 'Sei kva skulen heiter',
    programme: 'Lag utdanninga',
    cohort: 'Lag det første kullet',
    terms: 'Gi kullet eit semester',
    people: 'Inviter dei første',
    session: 'Planlegg den første økta',
  },
  about: {
    school: 'Namnet, og kven ein skriv til om personvern.',
    programme: 'Byrj med malen: namnet, graden og dei fem emna. Alt kan endrast sidan.',
    cohort: 'Dei som byrjar saman, på heiltid eller deltid.',
    terms: 'Frå dag til dag, med emna kullet har då.',
    people: 'Minst ein undervisar og ein student. Dei får ei lenkje på e-post.',
    session: 'Vel kullet, emnet, kven som underviser, og når.',
  },
  ways: {
    school: 'Fyll ut',
    programme: 'Til utdanninga',
    cohort: 'Til kulla',
    terms: 'Til semestera',
    people: 'Til Folk',
    session: 'Planlegg',
  },
  peopleSoFar: (here, invited) =>
    `${plural('nn', here, { zero: 'Ingen', one: 'Ein', other: String(here) })} er inne, ${plural('nn', invited, { zero: 'ingen', one: 'ein', other: String(invited) })} er invitert.`,
  waitsForTeacher: 'Det kan du når ein undervisar har kome inn med lenkja si.',
  seePeople: 'Sjå kven som er inne',
};

const en: typeof nb = {
  title: 'The school gets going',
  soFar: (done, of) => `${done} of ${of} are done. You can leave it and take it up again later.`,
  done: 'Done',
  steps: {
    school: 'Say what the school is called',
    programme: 'Make the programme',
    cohort: 'Make the first cohort',
    terms: 'Give the cohort a term',
    people: 'Invite the first people',
    session: 'Plan the first session',
  },
  about: {
    school: 'Its name, and whom one writes to about privacy.',
    programme:
      'Begin with the template: the name, the degree and the five courses. All of it can be changed.',
    cohort: 'Those who begin together, full time or part time.',
    terms: 'From day to day, with the courses that the cohort takes then.',
    people: 'At least one teacher and one student. They get a link by e-mail.',
    session: 'Choose the cohort, the course, who teaches, and when.',
  },
  ways: {
    school: 'Fill in',
    programme: 'To the programme',
    cohort: 'To the cohorts',
    terms: 'To the terms',
    people: 'To People',
    session: 'Plan',
  },
  peopleSoFar: (here, invited) =>
    `${plural('en', here, { zero: 'Nobody', one: 'One', other: String(here) })} ${here > 1 ? 'are' : 'is'} here, ${plural('en', invited, { zero: 'nobody', one: 'one', other: String(invited) })} ${invited > 1 ? 'are' : 'is'} invited.`,
  waitsForTeacher: 'You can do that when a teacher has come in by their link.',
  seePeople: 'See who is here',
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
