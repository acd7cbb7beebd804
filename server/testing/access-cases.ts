import type { AssignmentStanding } from '#shared/features/assignment/assignment/model.ts';
import type { PaperStanding } from '#shared/features/assignment/submission/model.ts';
import type { DocumentPlace, DocumentStanding } from '#shared/features/document/catalogue/model.ts';
import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import type { PlanningPlace } from '#shared/features/programme/planning/model.ts';
import { NO_NOTES } from '#shared/features/programme/session-notes/model.ts';
import { HOUR_MS, type Instant } from '#shared/kernel/duration.ts';
import type {
  AssignmentId,
  CohortId,
  CourseId,
  DocumentId,
  GroupId,
  PaperId,
  PersonId,
  SessionId,
} from '#shared/kernel/ids.ts';
import {
  ACTIONS,
  type Action,
  type DocumentKind,
  type Role,
  type Subject,
} from '#shared/wire/access.ts';
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

/** What is asked for without naming an object: a calendar, invitations, a try of the line, a removal, a list, what one may change of the school. */
export const OWN_LISTS: readonly Action[] = [
  'cohort/create',
  'cohort/list',
  'people/see',
  'people/invite',
  'programme/edit',
  'calendar/see',
  'session/own-invitations',
  'seminar-room/check',
  'session/own-removal',
  'support-card/change',
  'concern/report',
  'concern/receive',
  'concern/name-reader',
  'audit/all',
  'audit/own',
  'profile/own',
  'own-data/export',
  'notice/own',
  'own-data/ask-erasure',
  'own-data/see-erasures',
  'document/list',
  'assignment/list',
  'attendance/list',
  'study-plan/own',
  'home/waiting',
];

/** One right in one row: an action, and where the row hangs on a document's kind, that kind. */
export type Right = { readonly action: Action; readonly kind: DocumentKind | null };

export const RIGHTS: readonly Right[] = Object.entries(ACTIONS).flatMap(([name, row]): Right[] => {
  const action = name as Action;
  if (typeof row === 'number') return [{ action, kind: null }];
  return Object.keys(row).map((kind) => ({ action, kind: kind as DocumentKind }));
});

export function rowOf({ action, kind }: Right): number {
  const row: number | Partial<Record<DocumentKind, number>> = ACTIONS[action];
  const found = typeof row === 'number' ? row : row[kind as DocumentKind];
  if (found === undefined) throw new Error(`${action} is no right of a ${kind} document`);
  return found;
}

/** Which part of a row's cell an action is: "own / others'" are two rights in one row. Without an entry, the first. */
const PART: Partial<Record<Action, number | Partial<Record<DocumentKind, number>>>> = {
  'cohort/enrol': 1,
  'cohort/run': 2,
  'group/make': 3,
  'people/give-role': 1,
  'people/role-by-two': 2,
  'lobby/keep': 1,
  'hand/others': 1,
  'captions/speak': 1,
  'captions/write': 2,
  'chat/hide': 1,
  'team-line/all': 1,
  'pause/see-choice': 1,
  'poll/answer': 1,
  'quiz/take': 1,
  'round/own': 1,
  'breakout/enter': 1,
  'document/edit': { group: 1, session: 1, course: 1, template: 1 },
  'document/create': { group: 1, session: 1, course: 1, template: 1 },
  'document/history': { session: 2, course: 1, template: 1 },
  'document/authorship': { group: 1 },
  'document/restore': { group: 2, session: 2, course: 1, template: 1 },
  'document/freeze': { group: 3 },
  'document/delete': { group: 4, session: 3, course: 1, template: 1 },
  'document/take-back': { group: 4, session: 3, course: 1, template: 1 },
  'assignment/read': 1,
  'submission/read': 1,
  'support-card/change': 1,
  'concern/receive': 1,
  'concern/name-reader': 2,
  'audit/own': 1,
  'own-data/ask-erasure': 1,
  'own-data/see-erasures': 2,
  'own-data/run-erasure': 2,
  'agreement/write': 1,
  'attendance/correct': 1,
  'study-plan/change': 1,
};

function partOfCell({ action, kind }: Right): number {
  const part = PART[action] ?? 0;
  return typeof part === 'number' ? part : (part[kind as DocumentKind] ?? 0);
}

/** A cell that names one action in words instead of a letter, says yes to that one and no to the row's others. */
const NAMED: Partial<Record<Action, string>> = {
  'people/invite': 'ST',
  'people/suspend': 'ST',
  'people/settle-invitation': 'ST',
  'own-data/see-erasures': 'two people',
  'own-data/run-erasure': 'two people',
  'session/remove': 'remove',
  'captions/write': 'captioner',
};

/** Cells that name to whom it may be done, where no case here is about such a person: every one is about a student. */
const TO_OTHERS = 'PV';

/** "Y" of these reaches over the whole school; of everybody else over their own cohort or group. */
const WHOLE_SCHOOL: readonly Column[] = ['PC', 'SA', 'AD', 'RE'];

/** "a" in these rows is the cohort of the session, for whoever is assigned or invited to one of it; in every other row the session. */
const COHORT_ROWS = [1, 4, 7, 29, 30, 32, 36, 37, 59, 61, 65];
/** What is a course's, or set for a cohort, is so for every group of the cohort that takes it. */
const COURSE_ROWS = [32, 36];

/** The cell's answer for a right: its part of it, or all of a cell that is one. */
export function letterOf(
  rows: ReadonlyMap<number, AccessRow>,
  right: Right,
  column: Column,
): string {
  const { action } = right;
  const parts = rows.get(rowOf(right))?.cells[column].split('/') ?? [];
  const part = parts.length === 1 ? parts[0] : parts[partOfCell(right)];
  if (!part) throw new Error(`docs/access.md has no answer for ${action} of ${column}`);
  if (Object.values(NAMED).includes(part.trim())) return part.trim() === NAMED[action] ? 'Y' : '-';
  return part.trim() === TO_OTHERS ? '-' : part.trim().slice(0, 1);
}

/** What the table says of this right in this situation. */
export function expected(
  rows: ReadonlyMap<number, AccessRow>,
  right: Right,
  { column, situation }: Case,
): boolean {
  if (['role ended', 'suspended', 'deleted object'].includes(situation)) return false;
  const letter = letterOf(rows, right, column);
  const row = rowOf(right);
  switch (letter) {
    case 'Y':
      if (COURSE_ROWS.includes(row) && ROLE_OF[column] === 'student')
        return isEnrolled({ column, situation });
      return situation === 'own' || WHOLE_SCHOOL.includes(column);
    case 'a':
      return situation === 'own' || (situation === 'other group' && COHORT_ROWS.includes(row));
    case 'o':
      return situation === 'own';
    // An invitation that nobody has taken up is nobody's: whoever opens its link is somebody from then on.
    case 'i':
      return situation === 'own' && column !== 'AN';
    // Whoever is somebody may ask; what is shown is asked about piece by piece.
    case '=':
      return true;
    // Of what is handed in, that it was, and in an appeal the text: neither has a door yet. Breaking the glass has none either.
    case 'b':
    case 'm':
    case '-':
      return false;
    default:
      throw new Error(`docs/access.md: "${letter}" has no meaning for ${right.action}`);
  }
}

/** Whoever is of another group, or was in this one, is still a student of the cohort. */
function isEnrolled({ column, situation }: Case): boolean {
  if (situation === 'other cohort') return false;
  return column === 'GM' || !['removed', 'relation ended'].includes(situation);
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
  const invited = !student && column !== 'TE';
  return {
    ...SOME_SESSION,
    startsAt: now - HOUR_MS,
    endsAt: now + HOUR_MS,
    cohortId: situation === 'other cohort' ? (newId<'cohort'>() as CohortId) : home,
    groupId,
    inCohort: student && isEnrolled({ column, situation }),
    inGroup: column === 'GM' && related,
    teaches: column === 'TE' && related,
    teachesCohort: column === 'TE' && (related || situation === 'other group'),
    invitedUntil: invited ? invitationIn(situation, related, now) : null,
    invitedAs: column === 'GU' ? 'captioner' : null,
    keptOut: false,
    // The table tells of those whom a host has let in; of those who still wait, the lobby's own tests.
    admission: invited ? 'let-in' : null,
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
  notes: NO_NOTES,
  cancelled: false,
  endedAt: null,
};

/** Where a session is planned, with the relations of the case: a practice coordinator is asked in to the cohort. */
export function planningIn(each: Case, now: Instant): PlanningPlace | null {
  const session = standingIn(each, now);
  if (!session) return null;
  const isAsked = each.column === 'PC' && ['own', 'other group'].includes(each.situation);
  return { teachesCohort: session.teachesCohort, invitedToCohort: isAsked, isPractice: false };
}

/** A document of a kind with the relations of the case; null where there is none to be found. */
export function documentIn(
  kind: DocumentKind,
  each: Case,
  subject: Subject | null,
  now: Instant,
): DocumentStanding | null {
  const session = standingIn(each, now);
  return session && documentAt(placeIn(kind, each, session, subject), now);
}

/** An assignment with the relations of the case; null where there is none to be found. */
export function assignmentIn(each: Case, now: Instant): AssignmentStanding | null {
  const session = standingIn(each, now);
  if (!session) return null;
  const { cohortId, inCohort, teachesCohort } = session;
  return { ...SOME_ASSIGNMENT, cohortId, inCohort, teaches: teachesCohort, dueAt: now + HOUR_MS };
}

/** An answer to it: one's own of a student, a group's of a member and of everybody else. */
export function paperIn(each: Case, subject: Subject | null, now: Instant): PaperStanding | null {
  const assignment = assignmentIn(each, now);
  if (!assignment) return null;
  const { column, situation } = each;
  const own = ['own', 'role ended', 'suspended'].includes(situation);
  const alone = column === 'ST';
  return {
    assignment,
    holder: alone
      ? { kind: 'person', personId: subject?.personId ?? (newId<'person'>() as PersonId) }
      : { kind: 'group', groupId: ownGroup },
    mine: own && (alone || column === 'GM'),
    groupName: null,
    paperId: newId<'paper'>() as PaperId,
    documentId: newId<'document'>() as DocumentId,
    takenBack: false,
  };
}

const SOME_ASSIGNMENT = {
  assignmentId: newId<'assignment'>() as AssignmentId,
  courseId: newId<'course'>() as CourseId,
  mode: 'group',
  templateId: null,
  title: 'Makt i møtet',
  brief: 'Velg et møte.',
  criteria: [],
  courseCode: 'K1',
  courseTitle: 'Samtale',
  cohortName: 'Heltid',
} as const;

/** Some document in this place. */
export function documentAt(place: DocumentPlace, now: Instant): DocumentStanding {
  return {
    documentId: newId<'document'>() as DocumentId,
    place,
    title: 'Samtalen',
    placeName: null,
    ownerName: null,
    sharedWithMe: null,
    isNote: false,
    createdAt: now,
    updatedAt: now,
    frozenAt: null,
    handedInAt: null,
    trashedAt: null,
    quarantinedAt: null,
  };
}

function placeIn(
  kind: DocumentKind,
  { situation }: Case,
  session: SessionStanding,
  subject: Subject | null,
): DocumentPlace {
  switch (kind) {
    case 'personal': {
      // Owning does not end; what is lost is what others have shared.
      const own = ['own', 'role ended', 'suspended'].includes(situation);
      const ownerId = own && subject ? subject.personId : (newId<'person'>() as PersonId);
      return { kind, ownerId };
    }
    case 'group': {
      const { cohortId, inGroup, teachesCohort } = session;
      return { kind, groupId: ownGroup, cohortId, inGroup, teachesCohort };
    }
    case 'session':
      return { kind, session, forSome: null };
    default:
      return {
        kind,
        courseId: newId<'course'>() as CourseId,
        takesCourse: session.inCohort,
        teachesCourse: session.teachesCohort,
      };
  }
}
