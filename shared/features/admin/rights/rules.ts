import type { Role } from '#shared/wire/access.ts';
import { KINDS, type Kind, type What } from './kinds.ts';
import { RIGHTS_TABLE } from './table.ts';

/** The columns of the table: each role, and a student also as a member of the group that something is of. */
const COLUMNS = [
  'anonymous',
  'student',
  'groupMember',
  'teacher',
  'practiceCoordinator',
  'practiceSupervisor',
  'studyAdviser',
  'admin',
  'rector',
  'guest',
  'examiner',
] as const satisfies readonly (Role | 'anonymous' | 'groupMember')[];
/** Who the page tells of. A session's guest is invited; whoever only has a link is nobody yet. */
export type Who = Exclude<(typeof COLUMNS)[number], 'anonymous'>;

/** In what they may: all of their own cohort or school, what is theirs to look after, their own, what they are invited to, what its owner has shared. */
export type How = 'all' | 'assigned' | 'own' | 'invited' | 'named';
/** Cells that begin otherwise say no, or name something that has no door yet. */
const HOWS: Readonly<Record<string, How>> = {
  Y: 'all',
  a: 'assigned',
  o: 'own',
  i: 'invited',
  n: 'named',
};

export type Allowed = { readonly who: Who; readonly how: How };

/** RIGHTS-1: who may do a part of a row, as the table says. A group's members are named apart only where other students may not. */
export function whoMay(row: number, part: number): Allowed[] {
  const cells = RIGHTS_TABLE[row]?.split('|');
  if (cells?.length !== COLUMNS.length) throw new Error(`there is no row ${row}`);
  const hows = COLUMNS.map((_, nth) => howIn(cells[nth] ?? '', part));
  return COLUMNS.flatMap((who, nth): Allowed[] => {
    const how = hows[nth];
    if (!how || who === 'anonymous') return [];
    if (who === 'groupMember' && how === hows[COLUMNS.indexOf('student')]) return [];
    return [{ who, how }];
  });
}

function howIn(cell: string, part: number): How | undefined {
  const parts = cell.split('/');
  const said = (parts.length === 1 ? parts[0] : parts[part])?.trim() ?? '';
  return HOWS[said.charAt(0)];
}

export type KindRights = {
  readonly kind: Kind;
  readonly parts: readonly { readonly what: What; readonly allowed: readonly Allowed[] }[];
};

/** Every kind of thing, with who may do what with it. */
export function everyKind(): KindRights[] {
  return KINDS.map(({ kind, parts }) => ({
    kind,
    parts: parts.map(({ what, row, part }) => ({ what, allowed: whoMay(row, part) })),
  }));
}

/** RIGHTS-2: the same of one role: only what it may. Of a student also what comes with a group. */
export function kindsOf(role: Role): KindRights[] {
  const isTheirs = ({ who }: Allowed) =>
    who === role || (role === 'student' && who === 'groupMember');
  return everyKind().flatMap(({ kind, parts }) => {
    const theirs = parts
      .map(({ what, allowed }) => ({ what, allowed: allowed.filter(isTheirs) }))
      .filter(({ allowed }) => allowed.length > 0);
    return theirs.length > 0 ? [{ kind, parts: theirs }] : [];
  });
}
