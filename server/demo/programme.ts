/** The demonstration's school and study plan. All of it is invented, in the shape of a real programme. */

export const SCHOOL_NAME = 'Fjordglimt fagskole (oppdiktet)';

export const PROGRAMME = {
  name: 'Erfaringskonsulent i helse, velferd og utdanning',
  degree: 'Fagskolegrad',
};

export type CourseContent = {
  readonly code: string;
  readonly title: string;
  readonly credits: number;
  readonly kind: 'theory' | 'practice';
  /** Of the full-time students. */
  readonly term: 'autumn' | 'spring';
  readonly themes: readonly string[];
};

/** Credits are an assumption: 10 for theory and 15 for practice make the 60 that the programme has. */
export const COURSES: readonly CourseContent[] = [
  {
    code: 'EK001T',
    title: 'Medmenneske og profesjonalitet',
    credits: 10,
    kind: 'theory',
    term: 'autumn',
    themes: [
      'Relasjonskompetanse',
      'Makt og avmakt',
      'Språk',
      'Grenser',
      'Etikk',
      'Stigma',
      'Kommunikasjon',
    ],
  },
  {
    code: 'EK002T',
    title: 'Pedagogisk-psykologiske emner',
    credits: 10,
    kind: 'theory',
    term: 'spring',
    themes: [
      'Psykisk uhelse i et pedagogisk-psykologisk perspektiv',
      'Rusutfordringer i et pedagogisk-psykologisk perspektiv',
      'Behandlingsformer',
      'Metoder',
    ],
  },
  {
    code: 'EK003T',
    title: 'Helse- og velferdstjenester',
    credits: 10,
    kind: 'theory',
    term: 'spring',
    themes: [
      'Lover og forskrifter',
      'Hvordan tjenestene er organisert',
      'Spilleregler i arbeidslivet',
      'Arbeidspsykologi',
      'Menneskerettigheter',
    ],
  },
  {
    code: 'EK004P',
    title: 'Praksisemne 1',
    credits: 15,
    kind: 'practice',
    term: 'autumn',
    themes: [
      'Innhold og utfordringer i arbeidsdagen',
      'Egen funksjon',
      'Etiske problemstillinger',
      'Systematisk refleksjon',
    ],
  },
  {
    code: 'EK005P',
    title: 'Praksisemne 2',
    credits: 15,
    kind: 'practice',
    term: 'spring',
    themes: ['Videre utvikling av ferdigheter', 'Refleksjon', 'Egen rolle i tjenesten'],
  },
];

export type CohortKey = 'full-time' | 'part-time';

export type CohortContent = {
  readonly key: CohortKey;
  /** The year of its start is added: «Heltid 2026». */
  readonly label: string;
  /** It began on the Monday this many weeks before the current week. */
  readonly weeksAgo: number;
  readonly groups: readonly string[];
};

export const COHORTS: readonly CohortContent[] = [
  {
    key: 'full-time',
    label: 'Heltid',
    weeksAgo: 6,
    groups: ['Gruppe 1', 'Gruppe 2', 'Gruppe 3', 'Gruppe 4'],
  },
  { key: 'part-time', label: 'Deltid', weeksAgo: 6, groups: ['Kveldsgruppa', 'Dagsgruppa'] },
];

export type GatheringContent = {
  readonly key: string;
  readonly title: string;
  readonly place: string;
  readonly mandatory: boolean;
  /** Wednesday 10:00 to Friday 15:00, this many weeks from the current one. */
  readonly week: number;
};

/** For each of the two semesters two that one must come to, and one to round off with for those who wish. */
export const GATHERINGS: readonly GatheringContent[] = [
  { key: 'samling-1', title: 'Samling 1', place: 'Trondheim', mandatory: true, week: -3 },
  { key: 'samling-2', title: 'Samling 2', place: 'Trondheim', mandatory: true, week: 2 },
  { key: 'avslutning-1', title: 'Avslutning', place: 'Kristiansand', mandatory: false, week: 9 },
  { key: 'samling-3', title: 'Samling 3', place: 'Trondheim', mandatory: true, week: 18 },
  { key: 'samling-4', title: 'Samling 4', place: 'Kristiansand', mandatory: true, week: 25 },
  { key: 'avslutning-2', title: 'Avslutning', place: 'Trondheim', mandatory: false, week: 34 },
];
