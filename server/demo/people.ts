import type { Place } from '#shared/features/session/roster/model.ts';
import type { Role } from '#shared/wire/access.ts';
import type { CohortKey } from './programme.ts';

export type PersonContent = {
  readonly given: string;
  readonly family: string;
  readonly role: Role;
  readonly place?: Place;
  readonly language?: 'nn' | 'en';
  /** Only of students. */
  readonly cohort?: CohortKey;
  readonly group?: string;
  /** Outsiders' roles end this many weeks from now. */
  readonly roleWeeks?: number;
};

type Student = Pick<PersonContent, 'place' | 'language'>;

function student(
  cohort: CohortKey,
  given: string,
  family: string,
  group: string,
  more: Student = {},
): PersonContent {
  return { given, family, role: 'student', cohort, group, ...more };
}

const trondheim: Student = { place: 'trondheim' };
const kristiansand: Student = { place: 'kristiansand' };

/** Thirty people who do not exist, one role each; names of the kinds that a Norwegian class has. */
export const PEOPLE = {
  ingrid: student('full-time', 'Ingrid', 'Solbakken', 'Gruppe 3'),
  marit: student('full-time', 'Marit', 'Dahl', 'Gruppe 1', trondheim),
  torArne: student('full-time', 'Tor-Arne', 'Lien', 'Gruppe 2', trondheim),
  amina: student('full-time', 'Amina', 'Yusuf', 'Gruppe 3'),
  jonas: student('full-time', 'Jonas', 'Eide', 'Gruppe 3', { language: 'nn' }),
  sunniva: student('full-time', 'Sunniva', 'Haugan', 'Gruppe 4'),
  livJorunn: student('full-time', 'Liv Jorunn', 'Tangen', 'Gruppe 4', { language: 'nn' }),
  hege: student('full-time', 'Hege', 'Kvam', 'Gruppe 1'),
  perOlav: student('full-time', 'Per Olav', 'Rustad', 'Gruppe 1', kristiansand),
  elin: student('full-time', 'Elin', 'Sandmo', 'Gruppe 2', trondheim),
  kjetil: student('full-time', 'Kjetil', 'Moen', 'Gruppe 2', trondheim),
  nadia: student('full-time', 'Nadia', 'Rahimi', 'Gruppe 4'),
  maretAnne: student('full-time', 'Máret Ánne', 'Somby', 'Gruppe 2'),
  rune: student('part-time', 'Rune', 'Aasheim-Berg', 'Kveldsgruppa', kristiansand),
  anteNilas: student('part-time', 'Ánte Niillas', 'Utsi', 'Kveldsgruppa'),
  yohannes: student('part-time', 'Yohannes', 'Tesfay', 'Kveldsgruppa', { language: 'en' }),
  anneGrethe: student('part-time', 'Anne-Grethe', 'Fjeld Hansen', 'Dagsgruppa'),
  thiLan: student('part-time', 'Thi Lan', 'Nguyen', 'Dagsgruppa', trondheim),
  oddvar: student('part-time', 'Oddvar', 'Kleppe', 'Dagsgruppa', { language: 'nn' }),
  anne: { given: 'Anne', family: 'Moen', role: 'teacher', place: 'trondheim' },
  solveig: { given: 'Solveig', family: 'Brekke', role: 'teacher', place: 'trondheim' },
  havard: { given: 'Håvard', family: 'Lunde', role: 'teacher', place: 'kristiansand' },
  bjorg: { given: 'Bjørg', family: 'Hovde', role: 'practiceCoordinator', place: 'trondheim' },
  samir: { given: 'Samir', family: 'Aziz', role: 'practiceSupervisor', roleWeeks: 12 },
  tone: { given: 'Tone', family: 'Grav', role: 'studyAdviser', place: 'trondheim' },
  gunnhild: { given: 'Gunnhild', family: 'Strand', role: 'admin', place: 'trondheim' },
  sigurd: { given: 'Sigurd', family: 'Bø', role: 'rector', place: 'trondheim' },
  magnhild: { given: 'Magnhild', family: 'Rør', role: 'guest', roleWeeks: 4 },
  ewa: { given: 'Ewa', family: 'Kowalska-Lie', role: 'guest', roleWeeks: 4 },
  torunn: { given: 'Torunn', family: 'Vatne', role: 'examiner', roleWeeks: 16 },
} as const satisfies Record<string, PersonContent>;

export type PersonKey = keyof typeof PEOPLE;

/** The doors «Prøv som …», in their order on the sign-in page. */
export const DOORS: readonly { readonly id: string; readonly person: PersonKey }[] = [
  { id: 'student', person: 'ingrid' },
  { id: 'teacher', person: 'anne' },
  { id: 'admin', person: 'gunnhild' },
];

/** An address at example.org, which by RFC 2606 is nobody's: `maret.anne.somby` for «Máret Ánne Somby». */
export function emailOf({ given, family }: PersonContent): string {
  const plain = `${given}.${family}`
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('å', 'a')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll(' ', '.');
  return `${plain}@example.org`;
}
