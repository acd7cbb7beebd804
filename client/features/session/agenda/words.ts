import type { stepAgenda } from '#shared/features/session/agenda/commands.ts';
import type { RefusalOf } from '#shared/wire/contract.ts';
import type { Dictionary } from '../../../platform/language.ts';
import { lengthOfMinutes } from '../../../platform/length-of-time.ts';

type Refusals = Readonly<Record<RefusalOf<typeof stepAgenda>, string>>;

const nb = {
  agenda: 'Agenda',
  plan: 'Plan for økten',
  now: 'Nå',
  inSession: (title: string) => `i ${title}`,
  countOf: (place: number, all: number) => `${place} av ${all}`,
  notBegun: 'Ikke i gang ennå',
  firstIs: (title: string) => `Først: ${title}`,
  left: (minutes: number) => {
    if (minutes > 0) return `${minutes} min igjen`;
    if (minutes === 0) return 'Under 1 min igjen';
    return `${-minutes} min over tida`;
  },
  thenItem: (title: string) => `så ${title}`,
  thatIsLast: 'siste punkt',
  whatWeDo: 'Dette gjør vi nå',
  readAll: 'Les alt',
  showLess: 'Vis mindre',
  nothingAfter: 'Dette er siste punkt.',
  next: 'Etter dette',
  first: 'Først',
  /** In place of a text, where the teacher has written none. */
  nothingWritten: {
    notBegun: 'Underviseren sier fra når vi begynner.',
    pause: 'Reis deg, og hvil øynene. Vi fortsetter når pausen er over.',
    item: 'Underviseren forteller hva vi gjør nå.',
  },
  noAgenda: 'Denne økten har ingen agenda.',
  stepTo: (title: string) => `Neste: ${title}`,
  startWith: (title: string) => `Start: ${title}`,
  goHere: 'Gå hit',
  goHereTo: (title: string) => `til ${title}`,
  stepWaits: { line: 'Går videre når linja er tilbake', storage: 'Ikke lagret ennå' },
  planned: (time: string, length: string) => `Planlagt ${time}, ${length}`,
  showPlanned: 'Vis hvordan det var planlagt',
  hidePlanned: 'Skjul planen',
  behind: 'ferdig',
  pause: 'pause',
  backAt: (time: string) => `tilbake ${time}`,
  restUntil: (time: string) => `Pause til ${time}`,
  spoken: (title: string, minutes: number) => `Nå: ${title}. ${lengthOfMinutes('nb', minutes)}.`,
  spokenPause: (title: string, minutes: number, until: string) =>
    `Nå: ${title}. ${lengthOfMinutes('nb', minutes)}, til klokka ${until}.`,
  spokenNext: (title: string) => `Etterpå: ${title}.`,
  refusals: {
    'not-joined': 'Du er ikke inne i økten. Bli med igjen først.',
    'unknown-item': 'Dette punktet er ikke lenger på agendaen.',
    'already-stepped': 'Agendaen er alt flyttet.',
    'session-over': 'Økten er over.',
  } satisfies Refusals,
};

const nn: typeof nb = {
  agenda: 'Agenda',
  plan: 'Plan for økta',
  now: 'No',
  inSession: (title) => `i ${title}`,
  countOf: (place, all) => `${place} av ${all}`,
  notBegun: 'Ikkje i gang enno',
  firstIs: (title) => `Først: ${title}`,
  left: (minutes) => {
    if (minutes > 0) return `${minutes} min igjen`;
    if (minutes === 0) return 'Under 1 min igjen';
    return `${-minutes} min over tida`;
  },
  thenItem: (title) => `så ${title}`,
  thatIsLast: 'siste punkt',
  whatWeDo: 'Dette gjer vi no',
  readAll: 'Les alt',
  showLess: 'Vis mindre',
  nothingAfter: 'Dette er siste punkt.',
  next: 'Etter dette',
  first: 'Først',
  nothingWritten: {
    notBegun: 'Undervisaren seier frå når vi byrjar.',
    pause: 'Reis deg, og kvil auga. Vi held fram når pausen er over.',
    item: 'Undervisaren fortel kva vi gjer no.',
  },
  noAgenda: 'Denne økta har ingen agenda.',
  stepTo: (title) => `Neste: ${title}`,
  startWith: (title) => `Start: ${title}`,
  goHere: 'Gå hit',
  goHereTo: (title) => `til ${title}`,
  stepWaits: { line: 'Går vidare når linja er tilbake', storage: 'Ikkje lagra enno' },
  planned: (time, length) => `Planlagt ${time}, ${length}`,
  showPlanned: 'Vis korleis det var planlagt',
  hidePlanned: 'Gøym planen',
  behind: 'ferdig',
  pause: 'pause',
  backAt: (time) => `tilbake ${time}`,
  restUntil: (time) => `Pause til ${time}`,
  spoken: (title, minutes) => `No: ${title}. ${lengthOfMinutes('nn', minutes)}.`,
  spokenPause: (title, minutes, until) =>
    `No: ${title}. ${lengthOfMinutes('nn', minutes)}, til klokka ${until}.`,
  spokenNext: (title) => `Etterpå: ${title}.`,
  refusals: {
    'not-joined': 'Du er ikkje inne i økta. Bli med igjen først.',
    'unknown-item': 'Dette punktet er ikkje lenger på agendaen.',
    'already-stepped': 'Agendaen er alt flytta.',
    'session-over': 'Økta er over.',
  },
};

const en: typeof nb = {
  agenda: 'Agenda',
  plan: 'Plan for the session',
  now: 'Now',
  inSession: (title) => `in ${title}`,
  countOf: (place, all) => `${place} of ${all}`,
  notBegun: 'Not started yet',
  firstIs: (title) => `First: ${title}`,
  left: (minutes) => {
    if (minutes > 0) return `${minutes} min left`;
    if (minutes === 0) return 'Under 1 min left';
    return `${-minutes} min over time`;
  },
  thenItem: (title) => `then ${title}`,
  thatIsLast: 'the last item',
  whatWeDo: 'What we do now',
  readAll: 'Read it all',
  showLess: 'Show less',
  nothingAfter: 'This is the last item.',
  next: 'After this',
  first: 'First',
  nothingWritten: {
    notBegun: 'The teacher says when we begin.',
    pause: 'Stand up, and rest your eyes. We go on when the break is over.',
    item: 'The teacher tells what we do now.',
  },
  noAgenda: 'This session has no agenda.',
  stepTo: (title) => `Next: ${title}`,
  startWith: (title) => `Start: ${title}`,
  goHere: 'Go here',
  goHereTo: (title) => `to ${title}`,
  stepWaits: { line: 'Moves on when the line is back', storage: 'Not saved yet' },
  planned: (time, length) => `Planned ${time}, ${length}`,
  showPlanned: 'Show how it was planned',
  hidePlanned: 'Hide the plan',
  behind: 'done',
  pause: 'break',
  backAt: (time) => `back at ${time}`,
  restUntil: (time) => `Break until ${time}`,
  spoken: (title, minutes) => `Now: ${title}. ${lengthOfMinutes('en', minutes)}.`,
  spokenPause: (title, minutes, until) =>
    `Now: ${title}. ${lengthOfMinutes('en', minutes)}, until ${until}.`,
  spokenNext: (title) => `After this: ${title}.`,
  refusals: {
    'not-joined': 'You are not in the session. Join again first.',
    'unknown-item': 'This item is no longer on the agenda.',
    'already-stepped': 'The agenda has moved already.',
    'session-over': 'The session is over.',
  },
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
