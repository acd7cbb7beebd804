import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CourseId, GroupId, PersonId } from '#shared/kernel/ids.ts';
import { ROLES, type Subject } from '#shared/wire/access.ts';
import { can } from './access.ts';
import { newId } from './platform/new-id.ts';
import {
  assignmentIn,
  CASES,
  documentAt,
  documentIn,
  expected,
  letterOf,
  OWN_LISTS,
  paperIn,
  planningIn,
  RIGHTS,
  type Right,
  ROLE_OF,
  rowOf,
  standingIn,
  subjectIn,
} from './testing/access-cases.ts';
import { COLUMNS, readAccessTable } from './testing/access-table.ts';

const rows = readAccessTable();
const rowsBuilt = [...rows].filter(([, row]) => row.built).map(([number]) => number);
/**
 * Rows without an action of their own. 3: nothing but a list of row 60 gives an address (access.matrix.test.ts). 49: presence is the
 * session's channel. 19: who answered what by name (poll/handlers.test.ts). 20: nobody
 * can tell (poll/anonymity.fault.test.ts). 22: nobody is told, and nothing kept (round/handlers.test.ts). 50: no sign-in is asked (transport/doors.test.ts).
 */
const ROWS_PROVED_OTHERWISE = [3, 19, 20, 22, 49, 50];
/** Asked of a message, with the session that it was said in. */
const OF_MESSAGES: readonly Right['action'][] = ['chat/change-own', 'chat/react', 'chat/hide'];
const now = Date.UTC(2026, 8, 29, 7);

describe('can(), by every row, role and situation', () => {
  test.for(RIGHTS)('F84 $action ($kind) is what the table says', (right) => {
    const wrong = CASES.filter((each) => {
      const subject = subjectIn(each, now);
      const object = objectOf(right, each, subject);
      const says = object !== null && can(subject, right.action, object, { now });
      return says !== expected(rows, right, each);
    });
    expect(wrong).toEqual([]);
  });

  test('F84 what is named by the owner is read by those whom row 33 says can be named', () => {
    const row = rows.get(33);
    for (const { column, situation } of CASES) {
      const subject = subjectIn({ column, situation }, now);
      const others = documentIn('personal', { column, situation: 'other group' }, subject, now);
      const alive = !['role ended', 'suspended'].includes(situation);
      const named = alive && row?.cells[column].split('/')[1] === 'n';
      for (const sharedWithMe of ['read', 'comment', null] as const) {
        const document = { ...others, sharedWithMe };
        const may = (action: Right['action']) => can(subject, action, document, { now });
        expect(may('document/read'), column).toBe(named && sharedWithMe !== null);
        expect(may('document/edit')).toBe(false);
        expect(may('document/history')).toBe(false);
        expect(may('document/share')).toBe(false);
      }
    }
  });

  test('F84 whoever is kept out of a session is kept out of its documents, and what is in the trash is read by nobody', () => {
    for (const { action, kind } of RIGHTS.filter((each) => each.kind !== null)) {
      for (const each of CASES) {
        const subject = subjectIn(each, now);
        const document = documentIn(kind ?? 'group', each, subject, now);
        if (document?.place.kind === 'session' && each.column !== 'TE') {
          const session = { ...document.place.session, keptOut: true };
          const away = { ...document, place: { kind: 'session', session, forSome: null } };
          expect(can(subject, action, away, { now })).toBe(false);
        }
        if (document && action !== 'document/take-back' && action !== 'document/create') {
          expect(can(subject, action, { ...document, trashedAt: now }, { now })).toBe(false);
        }
      }
    }
  });

  test('F84 another’s words and another’s calendar are nobody’s to change or see', () => {
    for (const each of CASES) {
      const subject = subjectIn(each, now);
      const standing = standingIn(each, now);
      const message = { by: subjectIn({ column: 'ST', situation: 'own' }, now)?.personId };
      expect(can(subject, 'chat/change-own', { standing, message }, { now })).toBe(false);
      for (const action of OWN_LISTS)
        expect(can(subject, action, { ownerId: message.by, roles: ['student'] }, { now })).toBe(
          false,
        );
    }
  });
});

function objectOf(right: Right, each: (typeof CASES)[number], subject: Subject | null) {
  const { action, kind } = right;
  const standing = standingIn(each, now);
  const personId = subject?.personId;
  if (kind !== null) {
    const document = documentIn(kind, each, subject, now);
    return action === 'document/take-back' && document ? { ...document, trashedAt: now } : document;
  }
  if (action === 'session/plan') return planningIn(each, now);
  if (action === 'assignment/set' || action === 'assignment/read') return assignmentIn(each, now);
  if (action === 'submission/write' || action === 'submission/read')
    return paperIn(each, subject, now);
  if (OF_MESSAGES.includes(action)) {
    const by = action === 'chat/hide' ? 'somebody else' : personId;
    return standing && { standing, message: { by } };
  }
  if (action.startsWith('people/') && !OWN_LISTS.includes(action))
    return standing && { roles: ['student'] };
  if (!OWN_LISTS.includes(action)) return standing;
  // Of what is one's own: whose it is takes the place of the relation.
  const own = expected(rows, right, each) ? personId : 'somebody else';
  return standing && { ownerId: own, roles: ['student'] };
}

test('F84 row 15: nobody hides their own words: they delete them', () => {
  for (const each of CASES) {
    const subject = subjectIn(each, now);
    const written = { standing: standingIn(each, now), message: { by: subject?.personId } };
    expect(can(subject, 'chat/hide', written, { now })).toBe(false);
  }
});

describe('rights only grow with roles and relations (promises §7)', () => {
  const role = fc.record({
    role: fc.constantFrom(...ROLES),
    until: fc.constantFrom(null, now - 1, now, now + 1),
  });
  const relations = fc.record({
    inCohort: fc.boolean(),
    inGroup: fc.boolean(),
    teaches: fc.boolean(),
    teachesCohort: fc.boolean(),
    invitedToCohort: fc.boolean(),
    isPractice: fc.boolean(),
    invitedUntil: fc.constantFrom(null, now - 1, now, now + 1),
    admission: fc.constantFrom(null, 'let-in', 'sent-back'),
  });
  const standing = standingIn({ column: 'ST', situation: 'own' }, now);
  const me = subjectIn({ column: 'ST', situation: 'own' }, now)?.personId as PersonId;
  const groupId = newId<'group'>() as GroupId;
  const courseId = newId<'course'>() as CourseId;
  const may = (roles: Subject['roles'], given: object, { action, kind }: Right, active = true) => {
    const session = { ...standing, ...given } as NonNullable<typeof standing>;
    const by = action === 'chat/hide' ? 'somebody else' : me;
    const written = { standing: session, message: { by } };
    const answered = { assignment: session, mine: session.inGroup, takenBack: false };
    const object = OF_MESSAGES.includes(action)
      ? written
      : { ...session, ...answered, ownerId: me, roles: ['student'] };
    const document = kind && {
      ...documentAt(placeOf(kind, session), now),
      trashedAt: action === 'document/take-back' ? now : null,
    };
    return can({ personId: me, active, roles }, action, document ?? object, { now });
  };
  const placeOf = (kind: NonNullable<Right['kind']>, session: NonNullable<typeof standing>) => {
    if (kind === 'personal') return { kind, ownerId: me };
    if (kind === 'session') return { kind, session, forSome: null };
    const { inGroup, teachesCohort, inCohort, cohortId } = session;
    if (kind === 'group') return { kind, groupId, cohortId, inGroup, teachesCohort };
    return { kind, courseId, takesCourse: inCohort, teachesCourse: teachesCohort };
  };

  /** Whoever teaches in a session reads the lines that others have, and lets in who waits: so they have no line, and never wait. */
  const notOfTeachers: readonly Right['action'][] = ['team-line/own', 'lobby/wait'];
  const growing = RIGHTS.filter(({ action }) => !notOfTeachers.includes(action));

  test('F84 a role less, or a relation less, never gives a right', () => {
    const some = fc.array(role, { maxLength: 4 });
    fc.assert(
      fc.property(some, role, relations, fc.constantFrom(...growing), (fewer, more, all, right) => {
        fc.pre(may(fewer, all, right));
        expect(may([...fewer, more], all, right)).toBe(true);
        expect(may([more, ...fewer], all, right)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
    const names = [
      ...([
        'inCohort',
        'inGroup',
        'teaches',
        'teachesCohort',
        'invitedToCohort',
        'isPractice',
      ] as const),
      'invitedUntil' as const,
    ];
    fc.assert(
      fc.property(
        some,
        relations,
        fc.constantFrom(...names),
        fc.constantFrom(...growing),
        (roles, all, name, right) => {
          const less = { ...all, [name]: name === 'invitedUntil' ? null : false };
          fc.pre(may(roles, less, right));
          const more = { ...less, [name]: name === 'invitedUntil' ? now + 1 : true };
          expect(may(roles, more, right)).toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test('F84 nobody suspended may anything, whatever they hold', () => {
    const everything = ROLES.map((each) => ({ role: each, until: null }));
    const all = {
      inCohort: true,
      inGroup: true,
      teaches: true,
      teachesCohort: true,
      invitedToCohort: true,
      isPractice: true,
      invitedUntil: now + 1,
    };
    for (const right of RIGHTS) {
      expect(may(everything, all, right, false)).toBe(false);
      expect(may([], all, right)).toBe(false);
    }
  });
});

describe('the table', () => {
  test('every role is a column', () => {
    const columns = Object.values(ROLE_OF).filter((each) => each !== null);
    expect([...new Set(columns)].sort()).toEqual([...ROLES].sort());
  });

  test('every action stands in a row that is built, and its cells can be read', () => {
    for (const right of RIGHTS) {
      expect(rowsBuilt).toContain(rowOf(right));
      for (const column of COLUMNS) expect('Yoaimnb=-').toContain(letterOf(rows, right, column));
    }
  });

  test('every row that is built has cases', () => {
    const ofActions = RIGHTS.map(rowOf);
    expect(rowsBuilt).toEqual(
      [...new Set([...ofActions, ...ROWS_PROVED_OTHERWISE])].sort((a, b) => a - b),
    );
  });
});
