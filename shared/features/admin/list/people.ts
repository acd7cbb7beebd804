import type { Instant } from '#shared/kernel/duration.ts';
import { instantInOslo } from '#shared/kernel/oslo-time.ts';
import { ROLES, type Role } from '#shared/wire/access.ts';
import { LANGUAGES, type Language } from '../../identity/sign-in/model.ts';
import type { WrittenWelcome } from '../welcome/model.ts';
import { tidyAddress, tidyWelcome } from '../welcome/rules.ts';
import type { ListedLine, ListFault, ListReading, ListRow } from './model.ts';

type Column = 'name' | 'first' | 'last' | 'email' | 'role' | 'cohort' | 'until' | 'language';

/** What columns are called, in small letters and without signs. */
const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  name: ['navn', 'namn', 'name', 'fulltnavn', 'fulltnamn', 'fullname'],
  first: ['fornavn', 'førenamn', 'fornamn', 'firstname', 'givenname'],
  last: ['etternavn', 'etternamn', 'lastname', 'surname', 'familyname'],
  email: ['epost', 'epostadresse', 'email', 'emailaddress', 'mail'],
  role: ['rolle', 'roller', 'rolla', 'role', 'roles'],
  cohort: ['kull', 'klasse', 'cohort', 'class'],
  until: ['til', 'tilogmed', 'sluttdato', 'until', 'enddate'],
  language: ['språk', 'language'],
};
/** Where nothing says it. */
const PLAIN_ORDER: readonly Column[] = ['name', 'email', 'role', 'cohort', 'until', 'language'];

const ROLE_NAMES: Readonly<Record<Role, readonly string[]>> = {
  student: ['student', 'studenter', 'elev'],
  teacher: ['underviser', 'undervisar', 'lærer', 'lærar', 'veileder', 'rettleiar', 'teacher'],
  practiceCoordinator: ['praksisansvarlig', 'praksisansvarleg', 'practicecoordinator'],
  practiceSupervisor: ['praksisveileder', 'praksisrettleiar', 'practicesupervisor'],
  studyAdviser: ['studierådgiver', 'studierådgjevar', 'rådgiver', 'studyadviser'],
  admin: ['administrator', 'administrasjon', 'administrasjonssekretær', 'admin'],
  rector: ['rektor', 'rector'],
  guest: ['gjest', 'guest'],
  examiner: ['sensor', 'examiner'],
};
const LANGUAGE_NAMES: Readonly<Record<Language, readonly string[]>> = {
  nb: ['nb', 'bokmål', 'norsk', 'no', 'norwegian'],
  nn: ['nn', 'nynorsk'],
  en: ['en', 'engelsk', 'english'],
};

/**
 * LIST-2: the people of a list, each with what stands in the way of inviting them; the server says the last word. A first line
 * that names its columns is no person, and gives their order.
 */
export function peopleOf(
  rows: readonly ListRow[],
  reading: ListReading,
  now: Instant,
): readonly ListedLine[] {
  const headed = columnsIn(rows[0]);
  const columns = headed ?? plainOrder(rows);
  const seen = new Set<string>();
  return rows.slice(headed ? 1 : 0).map(({ line, cells }) => {
    const cell = (column: Column) => cells[columns.indexOf(column)] ?? '';
    const { written, unread } = readLine(cell, reading);
    const tidied = tidyWelcome(written, now);
    const address = tidyAddress(written.email);
    const twice = seen.has(address) ? ('twice' as const) : null;
    seen.add(address);
    const fault: ListFault | null = unread ?? (tidied.ok ? twice : tidied.refusal);
    return { line, written, fault };
  });
}

function readLine(cell: (column: Column) => string, reading: ListReading) {
  const roles = rolesIn(cell('role'), reading.role);
  const cohortName = cell('cohort');
  const cohort = reading.cohorts.find(({ name }) => isSame(name, cohortName));
  const said = cell('language');
  const language =
    said === '' ? reading.language : LANGUAGES.find((one) => names(LANGUAGE_NAMES[one], said));
  const until = cell('until');
  const isStudent = roles?.includes('student') ?? false;
  const named = [cell('first'), cell('last')].filter(Boolean).join(' ');
  const written: WrittenWelcome = {
    ...{ name: cell('name') || named, email: cell('email') },
    ...{ language: language ?? reading.language, roles: [...(roles ?? [])] },
    cohortId: isStudent
      ? (cohort?.cohortId ?? (cohortName === '' ? reading.cohortId : null))
      : null,
    // What is no date is as wrong as one that has been.
    rolesUntil: until === '' ? null : (endOf(until) ?? 0),
  };
  return { written, unread: unreadIn() };

  function unreadIn(): ListFault | null {
    if (roles === null) return 'role-unknown';
    if (language === undefined) return 'language-unknown';
    return isStudent && cohortName !== '' && !cohort ? 'cohort-unknown' : null;
  }
}

/** Null where one of them is no role. */
function rolesIn(cell: string, otherwise: Role | null): readonly Role[] | null {
  if (cell === '') return otherwise ? [otherwise] : [];
  const found = cell
    .split(/[,;+/&]| og | and /u)
    .map((word) => ROLES.find((role) => names(ROLE_NAMES[role], word)));
  return found.includes(undefined) ? null : (found as Role[]);
}

/** The end of a day in Oslo, as people and spreadsheets write days. */
function endOf(written: string): Instant | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(written);
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/u.exec(written);
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : dotted
      ? [dotted[3], dotted[2], dotted[1]]
      : [];
  if (!year || !month || !day) return null;
  return instantInOslo(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, '23:59');
}

function columnsIn(row: ListRow | undefined): readonly (Column | null)[] | null {
  const all = Object.keys(HEADINGS) as Column[];
  const found = (row?.cells ?? []).map(
    (cell) => all.find((column) => names(HEADINGS[column], cell)) ?? null,
  );
  return found.includes('email') ? found : null;
}

/** Lists are written with the name first, or with the address. */
function plainOrder(rows: readonly ListRow[]): readonly Column[] {
  const [first = '', second = ''] = rows[0]?.cells ?? [];
  if (!first.includes('@') || second.includes('@')) return PLAIN_ORDER;
  return ['email', 'name', ...PLAIN_ORDER.slice(2)];
}

const plain = (text: string) => text.toLowerCase().replace(/[\s_.\-()]/gu, '');
const names = (known: readonly string[], said: string) => known.includes(plain(said));
const isSame = (a: string, b: string) => plain(a) === plain(b);
