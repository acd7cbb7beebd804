import type { BlockContent } from './documents.ts';
import type { PersonKey } from './people.ts';
import type { CohortKey } from './programme.ts';

export type AssignmentContent = {
  /** Names it for life. */
  readonly key: string;
  readonly title: string;
  readonly brief: string;
  readonly criteria: readonly string[];
  readonly course: string;
  readonly cohort: CohortKey;
  readonly by: PersonKey;
  readonly setDaysAgo: number;
  /** Due at the end of the working day so many ahead, or behind. */
  readonly dueWorkday: number;
  /** The key of the document that each answer begins from. */
  readonly template: string | null;
  readonly papers: readonly PaperContent[];
};

export type PaperContent = {
  readonly group: string;
  /** A document that is there already, by its key, or what the group has written. */
  readonly document: string | readonly BlockContent[];
  /** Who has said yes, and how many hours before now, or before it was due where it is handed in. */
  readonly confirmed: readonly { readonly by: PersonKey; readonly hoursBefore: number }[];
  /** Hours before it was due that it was handed in; below zero it was late. */
  readonly handedInHoursBefore?: number;
};

const paragraph = (by: PersonKey, text: string): BlockContent => ({ kind: 'paragraph', by, text });
const heading = (by: PersonKey, text: string): BlockContent => ({ kind: 'heading', by, text });

/** One that a group is about to hand in, and one that two groups have. */
export const ASSIGNMENTS: readonly AssignmentContent[] = [
  {
    key: 'nar-hjelpen-ikke-lytter',
    title: 'Når hjelpen ikke lytter',
    brief:
      'Les saken om kvinnen som vil hjem. Finn ut hvem som bestemmer hva, også det som ikke står skrevet noe sted. Foreslå hva en erfaringskonsulent kunne gjort.\n\nÉn til tre sider. Er dere uenige, lar dere begge meningene stå. Dere trenger ikke skrive om dere selv.',
    criteria: [
      'Situasjonen er tydelig: den som leser, skjønner hvem som er der, og hva som står på spill.',
      'Makten er vist, ikke bare nevnt. Dere peker på ord eller handlinger.',
      'Forslaget kan brukes: nærhet til erfaringen, og avstand nok til å hjelpe.',
      'Ingen kan kjennes igjen. Navn og steder er byttet ut.',
    ],
    course: 'EK001T',
    cohort: 'full-time',
    by: 'anne',
    setDaysAgo: 10,
    dueWorkday: 2,
    template: 'mal-kasusarbeid',
    papers: [
      {
        group: 'Gruppe 3',
        document: 'gruppeoppgave-gruppe-3',
        confirmed: [{ by: 'amina', hoursBefore: 14 }],
      },
    ],
  },
  {
    key: 'ord-som-apner',
    title: 'Ord som åpner',
    brief:
      'Velg en setning fra en journal, et vedtak eller en samtale som låser. Skriv den om, slik at den åpner. Si hva som ble mulig da ordene ble byttet.\n\nEn halv side er nok.',
    criteria: [
      'Setningen dere valgte, er oppdiktet eller skrevet om.',
      'Dere sier hva ordene gjør, ikke bare at de er gale.',
      'Den nye setningen er like sann som den gamle.',
    ],
    course: 'EK001T',
    cohort: 'full-time',
    by: 'anne',
    setDaysAgo: 24,
    dueWorkday: -6,
    template: null,
    papers: [
      {
        group: 'Gruppe 1',
        document: [
          heading('hege', 'Setningen vi valgte'),
          paragraph('hege', '«Pasienten nekter å samarbeide.»'),
          heading('marit', 'Slik vil vi skrive den'),
          paragraph(
            'marit',
            '«Hun sa nei til medisinen i dag. Hun vil snakke om det når søsteren er her.»',
          ),
          paragraph(
            'perOlav',
            'Å nekte er noe man gjør mot noen. Å si nei er noe man gjør for seg selv. Nå står det også når vi kan prøve igjen.',
          ),
        ],
        confirmed: [
          { by: 'hege', hoursBefore: 9 },
          { by: 'marit', hoursBefore: 4 },
          { by: 'perOlav', hoursBefore: 3 },
        ],
        handedInHoursBefore: 3,
      },
      {
        group: 'Gruppe 3',
        document: [
          heading('ingrid', 'Før'),
          paragraph('ingrid', '«Mangler innsikt i egen sykdom.»'),
          heading('amina', 'Etter'),
          paragraph('amina', '«Ser det som skjer, annerledes enn vi gjør. Vil at vi spør mer.»'),
          heading('jonas', 'Hva som ble mulig'),
          paragraph(
            'jonas',
            'Den første setninga er slutt på samtalen. Den andre er eit spørsmål som ventar. Den som les han i morgon, har noko å gjere.',
          ),
        ],
        confirmed: [
          { by: 'ingrid', hoursBefore: 30 },
          { by: 'jonas', hoursBefore: 28 },
          { by: 'amina', hoursBefore: 26 },
        ],
        handedInHoursBefore: 26,
      },
      {
        group: 'Gruppe 4',
        document: [
          paragraph('sunniva', '«Hun er utagerende» ble til «Hun ropte, og så gråt hun.»'),
          paragraph(
            'livJorunn',
            'Det fyrste er ein eigenskap. Det andre er noko som skjedde, og som tek slutt.',
          ),
        ],
        confirmed: [
          { by: 'sunniva', hoursBefore: -9 },
          { by: 'livJorunn', hoursBefore: -10 },
        ],
        handedInHoursBefore: -10,
      },
    ],
  },
];
