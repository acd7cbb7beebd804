import type { WrittenNotes } from '#shared/features/programme/session-notes/model.ts';
import type { PersonKey } from './people.ts';
import type { CohortKey } from './programme.ts';

type AgendaContent = {
  readonly title: string;
  readonly minutes: number;
  readonly about?: string;
  readonly kind?: 'pause';
};

export type SessionContent = {
  /** Names it for life; its chat is found by the same key. */
  readonly key: string;
  readonly title: string;
  /** Teaching, unless it says so. */
  readonly kind?: 'circle';
  readonly course: string;
  readonly cohort: CohortKey;
  readonly group?: string;
  readonly notes?: Partial<WrittenNotes>;
  readonly teachers: readonly PersonKey[];
  readonly invited?: readonly PersonKey[];
  readonly cancelled?: true;
  readonly agenda: readonly AgendaContent[];
};

/** On which working day, counted from today (-1 is the last one before it), and when by the clock in Oslo. */
export type Slot = { readonly workday: number; readonly from: string; readonly to: string };

const innsjekk: AgendaContent = {
  title: 'Innsjekk',
  minutes: 10,
  about: 'Ett ord om hvordan du kommer inn i økten. Det er greit å stå over.',
};
const utsjekk: AgendaContent = {
  title: 'Utsjekk',
  minutes: 10,
  about: 'Hva tar du med deg? Skriv det i samtalen, eller behold det for deg selv.',
};
const pause = (minutes: number): AgendaContent => ({ title: 'Pause', minutes, kind: 'pause' });

/** The session that always runs. Its item 3 is the current one. */
export const RUNNING_SESSION: SessionContent = {
  key: 'makt-og-sprak',
  title: 'Makt og språk',
  course: 'EK001T',
  cohort: 'full-time',
  notes: {
    topics: 'Vi leser en tekst om tvang sammen, og snakker om ord som låser og ord som åpner.',
    workingForm: 'Innledning, lesing, grupperom og en runde.',
    voluntary: 'Du kan delta i samtalen, eller bare følge med. I runden kan du stå over.',
    alternatives: 'Vil du heller skrive, står rommet åpent etterpå.',
  },
  teachers: ['anne', 'solveig'],
  agenda: [
    innsjekk,
    {
      title: 'Innledning',
      minutes: 20,
      about: 'Hvem bestemmer hvilke ord som brukes om deg? Anne snakker om makt i små ord.',
    },
    {
      title: 'Vi leser sammen',
      minutes: 30,
      about:
        'Ord som låser, ord som åpner. Skriv inn ord du har møtt, og det som kunne stått i stedet. Du velger selv hva du deler.',
    },
    pause(10),
    {
      title: 'Grupperom',
      minutes: 40,
      about: 'Velg ett ord fra lista. Hvem har nytte av at det står der? Hvem kan endre det?',
    },
    {
      title: 'Runde',
      minutes: 30,
      about: 'Alle får ordet i tur og orden. Du kan stå over uten å si hvorfor.',
    },
    utsjekk,
  ],
};

/** Comes last in the running session, and lasts until its end. */
export const OPEN_ROOM: Omit<AgendaContent, 'minutes'> = {
  title: 'Åpent rom',
  about:
    'Det planlagte er over, og rommet står åpent. Bli og skriv videre, prat med noen, eller gå når du vil.',
};

/** Two weeks of sessions around today, in the order of their days. */
export const PLANNED_SESSIONS: readonly (SessionContent & Slot)[] = [
  {
    key: 'om-mappa',
    title: 'Slik vokser mappa di',
    course: 'EK001T',
    cohort: 'full-time',
    workday: -9,
    from: '09:00',
    to: '10:30',
    notes: {
      topics: 'Ta med det du har skrevet så langt, også det uferdige.',
      workingForm: 'Kort økt, mest to og to.',
      voluntary: 'Du velger selv hva du viser fram.',
    },
    teachers: ['solveig'],
    agenda: [
      innsjekk,
      { title: 'Hva hører hjemme i mappa', minutes: 30 },
      { title: 'To og to: vis hverandre ett stykke', minutes: 40 },
      utsjekk,
    ],
  },
  {
    key: 'lytte-uten-a-lose',
    title: 'Å lytte uten å løse',
    course: 'EK001T',
    cohort: 'part-time',
    workday: -8,
    from: '17:00',
    to: '19:00',
    teachers: ['havard'],
    agenda: [
      innsjekk,
      { title: 'Når råd kommer for fort', minutes: 30 },
      pause(10),
      { title: 'Øvelse: tre minutter uten å avbryte', minutes: 60 },
      utsjekk,
    ],
  },
  {
    key: 'forste-dag-i-praksis',
    title: 'Første dag i praksis',
    course: 'EK004P',
    cohort: 'full-time',
    workday: -7,
    from: '10:00',
    to: '11:30',
    cancelled: true,
    notes: {
      topics: 'Hvem er jeg på praksisplassen?',
      alternatives: 'Avlyst fordi Solveig er syk. Vi tar temaet på økten om læringsmål.',
    },
    teachers: ['solveig'],
    agenda: [innsjekk, { title: 'Hvem er jeg på praksisplassen', minutes: 70 }, utsjekk],
  },
  {
    key: 'sprak-som-apner',
    title: 'Språk som åpner',
    course: 'EK001T',
    cohort: 'full-time',
    workday: -5,
    from: '09:00',
    to: '11:30',
    notes: {
      topics: 'Hva gjør ord med den de brukes om?',
      workingForm: 'Innledning, grupperom og samling i plenum.',
      voluntary: 'Les gjerne ditt eget epikriseord på forhånd, hvis du orker.',
    },
    teachers: ['anne'],
    agenda: [
      innsjekk,
      { title: 'Innledning: å bli skrevet om', minutes: 25 },
      { title: 'Ord vi har møtt', minutes: 35 },
      pause(15),
      { title: 'Grupperom', minutes: 40 },
      { title: 'Samling i plenum', minutes: 15 },
      utsjekk,
    ],
  },
  {
    key: 'veiledning-gruppe-3',
    title: 'Veiledning, gruppe 3',
    kind: 'circle',
    course: 'EK004P',
    cohort: 'full-time',
    group: 'Gruppe 3',
    workday: -4,
    from: '13:00',
    to: '14:00',
    teachers: ['solveig'],
    invited: ['bjorg'],
    agenda: [
      { title: 'Hvordan går det på plassen', minutes: 25 },
      { title: 'Ett etisk valg fra uka', minutes: 25 },
      utsjekk,
    ],
  },
  {
    key: 'stigma-i-hverdagen',
    title: 'Stigma i hverdagen',
    course: 'EK001T',
    cohort: 'part-time',
    workday: -3,
    from: '12:00',
    to: '13:30',
    notes: {
      topics: 'Stigma på venterommet og i hverdagen. Temaet kan kjennes tungt.',
      voluntary: 'Gå ut og kom inn igjen når du vil.',
      alternatives: 'Du kan lese teksten alene, og skrive til underviserne etterpå.',
    },
    teachers: ['havard', 'anne'],
    agenda: [
      innsjekk,
      { title: 'Blikket på venterommet', minutes: 30 },
      pause(10),
      { title: 'Hva gjør vi med det', minutes: 30 },
      utsjekk,
    ],
  },
  {
    key: 'naerhet-og-avstand',
    title: 'Nærhet og avstand til egen historie',
    course: 'EK001T',
    cohort: 'full-time',
    workday: -1,
    from: '09:00',
    to: '11:30',
    notes: {
      topics: 'Når egen historie blir et verktøy, og når den bør få ligge.',
      workingForm: 'Innledning, skriving alene, grupperom og runde.',
      voluntary: 'Du bestemmer selv hva du forteller, og hva du lar ligge.',
      alternatives: 'I stedet for grupperom kan du skrive for deg selv.',
    },
    teachers: ['anne', 'solveig'],
    agenda: [
      innsjekk,
      { title: 'Innledning: historien som verktøy', minutes: 25 },
      { title: 'Skriv for deg selv', minutes: 20, about: 'Ingen skal lese dette.' },
      pause(15),
      { title: 'Grupperom', minutes: 45 },
      { title: 'Runde', minutes: 25 },
      utsjekk,
    ],
  },
  {
    key: 'nar-hjelpen-blir-makt',
    title: 'Når hjelpen blir makt',
    course: 'EK001T',
    cohort: 'part-time',
    workday: 1,
    from: '17:00',
    to: '19:00',
    teachers: ['havard'],
    agenda: [
      innsjekk,
      { title: 'Den gode viljen', minutes: 35 },
      pause(15),
      { title: 'Grupperom', minutes: 50 },
      utsjekk,
    ],
  },
  {
    key: 'laeringsmal',
    title: 'Læringsmål i praksis',
    course: 'EK004P',
    cohort: 'full-time',
    workday: 2,
    from: '10:00',
    to: '11:30',
    notes: {
      topics: 'Ta med ett mål du har lyst til å nå, også om det er løst formulert.',
      workingForm: 'To og to: spør, ikke svar.',
      voluntary: 'Du trenger ikke vise målet ditt til flere enn én.',
    },
    teachers: ['solveig'],
    invited: ['bjorg'],
    agenda: [
      innsjekk,
      { title: 'Fra ønske til mål', minutes: 30 },
      { title: 'To og to: spør, ikke svar', minutes: 40 },
      utsjekk,
    ],
  },
  {
    key: 'veiledning-gruppe-1',
    title: 'Veiledning, gruppe 1',
    kind: 'circle',
    course: 'EK004P',
    cohort: 'full-time',
    group: 'Gruppe 1',
    workday: 3,
    from: '13:00',
    to: '14:00',
    teachers: ['solveig'],
    agenda: [
      { title: 'Hvordan går det på plassen', minutes: 25 },
      { title: 'Ett etisk valg fra uka', minutes: 25 },
      utsjekk,
    ],
  },
  {
    key: 'grenser-i-hjelpen',
    title: 'Grenser i hjelpen',
    course: 'EK001T',
    cohort: 'full-time',
    workday: 4,
    from: '09:00',
    to: '11:30',
    notes: {
      topics: 'Å si nei og bli værende.',
      workingForm: 'Innledning, grupperom og runde.',
      voluntary: 'I runden kan du stå over uten å si hvorfor.',
      alternatives: 'Du kan skrive svaret ditt i samtalen.',
    },
    teachers: ['anne', 'solveig'],
    agenda: [
      innsjekk,
      { title: 'Innledning: å si nei og bli værende', minutes: 30 },
      { title: 'Grupperom', minutes: 40 },
      pause(15),
      { title: 'Runde', minutes: 45 },
      utsjekk,
    ],
  },
  {
    key: 'etikk-i-sma-valg',
    title: 'Etikk i små valg',
    course: 'EK004P',
    cohort: 'part-time',
    workday: 5,
    from: '12:00',
    to: '13:30',
    cancelled: true,
    notes: { topics: 'Håvard er på kurs. Ny tid kommer.' },
    teachers: ['havard'],
    agenda: [innsjekk, { title: 'Valg fra praksis', minutes: 70 }, utsjekk],
  },
  {
    key: 'parorende-forteller',
    title: 'En pårørende forteller',
    course: 'EK001T',
    cohort: 'full-time',
    workday: 6,
    from: '09:00',
    to: '11:00',
    notes: {
      topics: 'Magnhild og Ewa forteller hvordan det er å være pårørende.',
      workingForm: 'Vi lytter først, og spør etterpå.',
      voluntary: 'Det de forteller, blir i rommet. Du trenger ikke spørre om noe.',
      alternatives: 'Du kan skrive spørsmålet ditt til underviseren på forhånd.',
    },
    teachers: ['anne'],
    invited: ['magnhild', 'ewa', 'tone'],
    agenda: [
      innsjekk,
      { title: 'Magnhild og Ewa forteller', minutes: 40 },
      pause(15),
      { title: 'Spørsmål', minutes: 45 },
      utsjekk,
    ],
  },
  {
    key: 'klar-for-samling-deltid',
    title: 'Klar for samling',
    course: 'EK001T',
    cohort: 'part-time',
    workday: 7,
    from: '17:00',
    to: '18:00',
    teachers: ['havard'],
    agenda: [innsjekk, { title: 'Dagene i Trondheim', minutes: 40 }, utsjekk],
  },
  {
    key: 'klar-for-samling-heltid',
    title: 'Klar for samling',
    course: 'EK001T',
    cohort: 'full-time',
    workday: 7,
    from: '10:00',
    to: '11:00',
    notes: {
      topics: 'Det praktiske om dagene i Trondheim.',
      workingForm: 'Kort økt.',
      alternatives: 'Alt det praktiske blir lagt i emnets dokumenter etterpå.',
    },
    teachers: ['anne'],
    agenda: [innsjekk, { title: 'Dagene i Trondheim', minutes: 40 }, utsjekk],
  },
];

/** Agendas to begin from: the course's, or one teacher's own. */
export const AGENDA_TEMPLATES: readonly {
  readonly key: string;
  readonly name: string;
  readonly course: string;
  readonly by: PersonKey;
  readonly ofCourse: boolean;
  readonly agenda: readonly AgendaContent[];
}[] = [
  {
    key: 'undervisning-og-grupper',
    name: 'Undervisning og grupperom',
    course: 'EK001T',
    by: 'anne',
    ofCourse: true,
    agenda: [
      innsjekk,
      { title: 'Undervisning', minutes: 30, about: 'Spør underveis, høyt eller i samtalen.' },
      pause(15),
      {
        title: 'Grupperom',
        minutes: 40,
        about: 'Fire i hver gruppe. Du kan lytte uten å si noe.',
      },
      { title: 'Samling i plenum', minutes: 15, about: 'Én setning fra hver gruppe.' },
      utsjekk,
    ],
  },
  {
    key: 'okt-med-runde',
    name: 'Økt med runde',
    course: 'EK001T',
    by: 'anne',
    ofCourse: true,
    agenda: [
      { title: 'Åpningsrunde', minutes: 15, about: 'Ett ord hver. Det er greit å stå over.' },
      { title: 'Innledning', minutes: 25 },
      pause(15),
      { title: 'Skriv for deg selv', minutes: 20, about: 'Ingen skal lese dette.' },
      {
        title: 'Runde',
        minutes: 35,
        about: 'Alle får ordet i tur og orden. Du kan stå over uten å si hvorfor.',
      },
      utsjekk,
    ],
  },
  {
    key: 'kort-veiledning',
    name: 'Kort veiledning',
    course: 'EK004P',
    by: 'solveig',
    ofCourse: false,
    agenda: [
      { title: 'Hvordan går det på plassen', minutes: 25 },
      { title: 'Ett etisk valg fra uka', minutes: 25 },
      utsjekk,
    ],
  },
];
