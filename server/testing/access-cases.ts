import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import { HOUR_MS, type Instant } from '#shared/kernel/duration.ts';
import type { CohortId, GroupId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import { ACTIONS, type Action, type Role, type Subject } from '#shared/wire/access.ts';
import { newId } from '../platform/new-id.ts';
import { type AccessRow, COLUMNS, type Column } from './access-table.ts';

/** What a column's person is by role; AN is nobody, and a GM is a student with a group. */
export const ROLE_OF: Readonly<Record<Column, Role | null>> = {
  AN: null,
  ST: 'student',
  GM: 'student',
  TE: 'teacher',
  PC: 'practiceCoordinator',
  PV: 'practiceSupervisor',
  SA: 'studyAdviser',
  AD: 'admin',
  RE: 'rector',
  GU: 'guest',
  EX: 'examiner',
};

/** How somebody stands to what they ask for. */
export const SITUATIONS = [
  'own',
  'other group',
  'other cohort',
  /** Enrolment, group, assignment or invitation taken away. */
  'removed',
  /** The same, by its end date. */
  'relation ended',
  'role ended',
  'suspended',
  'deleted object',
] as const;
export type Situation = (typeof SITUATIONS)[number];

export type Case = { readonly column: Column; readonly situation: Situation };

export const CASES: readonly Case[] = COLUMNS.flatMap((column) =>
  SITUATIONS.map((situation) => ({ column, situation })),
);

/** What is asked for without naming an object: a calendar, invitations, a try of the line, of the one who asks. */
export const OWN_LISTS: readonly Action[] = [
  'calendar/see',
  'session/own-invitations',
  'seminar-room/check',
];

/** Which half of a row's cell an action is: "own / others'" are two rights in one row. */
const HALF: Partial<Record<Action, number>> = { 'hand/others': 1 };

/** A cell that names one action in words instead of a letter, says yes to that one and no to the row's others. */
const NAMED: Partial<Record<Action, string>> = { 'session/remove': 'remove' };

/** "Y" of these reaches over the whole school; of everybody else over their own cohort or group. */
const WHOLE_SCHOOL: readonly Column[] = ['PC', 'SA', 'AD', 'RE'];

/** An assigned teacher's "a" in row 1 is the cohort of the session, in every other row the session. */
const COHORT_ROW = 1;

/** The cell's answer for an action: its half of it, or all of a cell that is one. */
export function letterOf(
  rows: ReadonlyMap<number, AccessRow>,
  action: Action,
  column: Column,
): string {
  const halves = rows.get(ACTIONS[action])?.cells[column].split('/') ?? [];
  const half = halves.length === 1 ? halves[0] : halves[HALF[action] ?? 0];
  if (!half) throw new Error(`docs/access.md has no answer for ${action} of ${column}`);
  if (Object.values(NAMED).includes(half.trim())) return half.trim() === NAMED[action] ? 'Y' : '-';
  return half.trim().slice(0, 1);
}

/** What the table says of this action in this situation. */
export function expected(
  rows: ReadonlyMap<number, AccessRow>,
  action: Action,
  { column, situation }: Case,
): boolean {
  if (['role ended', 'suspended', 'deleted object'].includes(situation)) return false;
  const letter = letterOf(rows, action, column);
  switch (letter) {
    case 'Y':
      return situation === 'own' || WHOLE_SCHOOL.includes(column);
    case 'a':
      return (
        situation === 'own' ||
        (situation === 'other group' && ACTIONS[action] === COHORT_ROW && column === 'TE')
      );
    case 'o':
    case 'i':
      return situation === 'own';
    case '-':
      return false;
    default:
      throw new Error(`docs/access.md: "${letter}" has no meaning for ${action}`);
  }
}

const home = newId<'cohort'>() as CohortId;
const ownGroup = newId<'group'>() as GroupId;
const otherGroup = newId<'group'>() as GroupId;

/** The asking person of a case, as a subject in itself. */
export function subjectIn({ column, situation }: Case, now: Instant): Subject | null {
  const role = ROLE_OF[column];
  if (role === null) return null;
  return {
    personId: newId<'person'>() as PersonId,
    active: situation !== 'suspended',
    roles: [{ role, until: situation === 'role ended' ? now : null }],
  };
}

/** A session with the relations of the case; null where there is none to be found. */
export function standingIn({ column, situation }: Case, now: Instant): SessionStanding | null {
  if (situation === 'deleted object') return null;
  const related = !['other group', 'other cohort', 'removed', 'relation ended'].includes(situation);
  const student = ROLE_OF[column] === 'student';
  const groupId = groupIn({ column, situation });
  // Whoever is of another group, or was in this one, is still a student of the cohort.
  const enrolled = student && (column === 'GM' || related || situation === 'other group');
  const invited = !student && column !== 'TE';
  return {
    ...SOME_SESSION,
    startsAt: now - HOUR_MS,
    endsAt: now + HOUR_MS,
    cohortId: situation === 'other cohort' ? (newId<'cohort'>() as CohortId) : home,
    groupId,
    inCohort: enrolled && situation !== 'other cohort',
    inGroup: column === 'GM' && related,
    teaches: column === 'TE' && related,
    teachesCohort: column === 'TE' && (related || situation === 'other group'),
    invitedUntil: invited ? invitationIn(situation, related, now) : null,
    keptOut: false,
  };
}

function groupIn({ column, situation }: Case): GroupId | null {
  if (situation === 'other group') return otherGroup;
  return column === 'GM' && situation !== 'other cohort' ? ownGroup : null;
}

function invitationIn(situation: Situation, related: boolean, now: Instant): Instant | null {
  if (situation === 'relation ended') return now;
  return related ? now + HOUR_MS : null;
}

const SOME_SESSION = {
  sessionId: newId<'session'>() as SessionId,
  title: 'Samtale',
  courseCode: 'K1',
  courseTitle: 'Samtale',
  notes: null,
  cancelled: false,
  endedAt: null,
};
