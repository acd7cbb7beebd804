import type { Place } from '#shared/features/session/roster/model.ts';
import type { FigureName } from '#shared/kernel/figure.ts';
import type { Role } from '#shared/wire/access.ts';
import type { CohortKey } from './programme.ts';

export type PersonContent = {
  readonly given: string;
  readonly family: string;
  /** The head of the portrait, to go with the name. */
  readonly figure: FigureName;
  readonly role: Role;
  readonly place?: Place;
  readonly language?: 'nn' | 'en';
  /** As they have chosen to say it; most have not. */
  readonly pronouns?: string;
  /** Only of students. */
  readonly cohort?: CohortKey;
  readonly group?: string;
  /** Outsiders' roles end this many weeks from now. */
  readonly roleWeeks?: number;
};

type Student = Pick<PersonContent, 'place' | 'language' | 'pronouns'>;

function student(
  cohort: CohortKey,
  given: string,
  family: string,
  figure: FigureName,
  group: string,
  more: Student = {},
): PersonContent {
  return { given, family, figure, role: 'student', cohort, group, ...more };
}

const trondheim: Student = { place: 'trondheim' };
const kristiansand: Student = { place: 'kristiansand' };

/** Thirty people who do not exist, one role each; names of the kinds that a Norwegian class has. */
export const PEOPLE = {
  ingrid: student('full-time', 'Ingrid', 'Solbakken', 'bob', 'Gruppe 3'),
  marit: student('full-time', 'Marit', 'Dahl', 'bun', 'Gruppe 1', trondheim),
  torArne: student('full-time', 'Tor-Arne', 'Lien', 'beard', 'Gruppe 2', trondheim),
  amina: student('full-time', 'Amina', 'Yusuf', 'scarf', 'Gruppe 3', { pronouns: 'hun/henne' }),
  jonas: student('full-time', 'Jonas', 'Eide', 'short', 'Gruppe 3', { language: 'nn' }),
  sunniva: student('full-time', 'Sunniva', 'Haugan', 'long', 'Gruppe 4', { pronouns: 'hen' }),
  livJorunn: student('full-time', 'Liv Jorunn', 'Tangen', 'curls', 'Gruppe 4', { language: 'nn' }),
  hege: student('full-time', 'Hege', 'Kvam', 'curls', 'Gruppe 1'),
  perOlav: student('full-time', 'Per Olav', 'Rustad', 'cap', 'Gruppe 1', kristiansand),
  elin: student('full-time', 'Elin', 'Sandmo', 'long', 'Gruppe 2', trondheim),
  kjetil: student('full-time', 'Kjetil', 'Moen', 'beard', 'Gruppe 2', trondheim),
  nadia: student('full-time', 'Nadia', 'Rahimi', 'bob', 'Gruppe 4'),
  maretAnne: student('full-time', 'Máret Ánne', 'Somby', 'bun', 'Gruppe 2'),
  rune: student('part-time', 'Rune', 'Aasheim-Berg', 'short', 'Kveldsgruppa', kristiansand),
  anteNilas: student('part-time', 'Ánte Niillas', 'Utsi', 'curls', 'Kveldsgruppa'),
  yohannes: student('part-time', 'Yohannes', 'Tesfay', 'curls', 'Kveldsgruppa', { language: 'en' }),
  anneGrethe: student('part-time', 'Anne-Grethe', 'Fjeld Hansen', 'curls', 'Dagsgruppa'),
  thiLan: student('part-time', 'Thi Lan', 'Nguyen', 'bun', 'Dagsgruppa', trondheim),
  oddvar: student('part-time', 'Oddvar', 'Kleppe', 'beard', 'Dagsgruppa', { language: 'nn' }),
  anne: { given: 'Anne', family: 'Moen', figure: 'bob', role: 'teacher', place: 'trondheim' },
  solveig: {
    given: 'Solveig',
    family: 'Brekke',
    figure: 'bun',
    role: 'teacher',
    place: 'trondheim',
  },
  havard: {
    given: 'Håvard',
    family: 'Lunde',
    figure: 'short',
    role: 'teacher',
    place: 'kristiansand',
  },
  bjorg: {
    given: 'Bjørg',
    family: 'Hovde',
    figure: 'bob',
    role: 'practiceCoordinator',
    place: 'trondheim',
  },
  samir: {
    given: 'Samir',
    family: 'Aziz',
    figure: 'beard',
    role: 'practiceSupervisor',
    roleWeeks: 12,
  },
  tone: { given: 'Tone', family: 'Grav', figure: 'long', role: 'studyAdviser', place: 'trondheim' },
  gunnhild: {
    given: 'Gunnhild',
    family: 'Strand',
    figure: 'long',
    role: 'admin',
    place: 'trondheim',
  },
  sigurd: { given: 'Sigurd', family: 'Bø', figure: 'short', role: 'rector', place: 'trondheim' },
  magnhild: { given: 'Magnhild', family: 'Rør', figure: 'bun', role: 'guest', roleWeeks: 4 },
  ewa: { given: 'Ewa', family: 'Kowalska-Lie', figure: 'long', role: 'guest', roleWeeks: 4 },
  torunn: { given: 'Torunn', family: 'Vatne', figure: 'curls', role: 'examiner', roleWeeks: 16 },
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
