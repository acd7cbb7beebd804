/** A course as the template of a study plan has it. */
export type TemplateCourse = {
  readonly code: string;
  readonly title: string;
  readonly credits: number;
  readonly kind: 'theory' | 'practice';
  /** Of the full-time students. */
  readonly term: 'autumn' | 'spring';
  readonly themes: readonly string[];
};

export const TEMPLATE_PROGRAMME = {
  name: 'Erfaringskonsulent i helse, velferd og utdanning',
  degree: 'Fagskolegrad',
};

/** Credits are an assumption: 10 for theory and 15 for practice make the 60 that the programme has. */
export const TEMPLATE_COURSES: readonly TemplateCourse[] = [
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
