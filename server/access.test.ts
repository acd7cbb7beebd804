import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PersonId } from '#shared/kernel/ids.ts';
import { ACTIONS, type Action, ROLES, type Subject } from '#shared/wire/access.ts';
import { can } from './access.ts';
import {
  CASES,
  expected,
  letterOf,
  OWN_LISTS,
  ROLE_OF,
  standingIn,
  subjectIn,
} from './testing/access-cases.ts';
import { COLUMNS, readAccessTable } from './testing/access-table.ts';

const rows = readAccessTable();
const rowsBuilt = [...rows].filter(([, row]) => row.built).map(([number]) => number);
/**
 * Rows without an action of their own. 3: nothing gives an address (access.matrix.test.ts). 49: presence is the
 * session's channel. 50: no sign-in is asked (transport/doors.test.ts).
 */
const ROWS_PROVED_OTHERWISE = [3, 49, 50];
const actions = Object.keys(ACTIONS) as Action[];
const now = Date.UTC(2026, 8, 29, 7);

describe('can(), by every row, role and situation', () => {
  test.for(actions)('F84 %s is what the table says', (action) => {
    const wrong = CASES.filter((each) => {
      const subject = subjectIn(each, now);
      const object = objectOf(action, each, subject?.personId);
      const says = object !== null && can(subject, action, object, { now });
      return says !== expected(rows, action, each);
    });
    expect(wrong).toEqual([]);
  });

  test('F84 another’s words and another’s calendar are nobody’s to change or see', () => {
    for (const each of CASES) {
      const subject = subjectIn(each, now);
      const standing = standingIn(each, now);
      const message = { by: subjectIn({ column: 'ST', situation: 'own' }, now)?.personId };
      expect(can(subject, 'chat/change-own', { standing, message }, { now })).toBe(false);
      for (const action of OWN_LISTS)
        expect(can(subject, action, { ownerId: message.by }, { now })).toBe(false);
    }
  });
});

function objectOf(action: Action, each: (typeof CASES)[number], personId: string | undefined) {
  const standing = standingIn(each, now);
  if (action === 'chat/change-own') return standing && { standing, message: { by: personId } };
  if (!OWN_LISTS.includes(action)) return standing;
  // Of what is one's own: whose it is takes the place of the relation.
  const own = expected(rows, action, each) ? personId : 'somebody else';
  return standing && { ownerId: own };
}

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
    invitedUntil: fc.constantFrom(null, now - 1, now, now + 1),
  });
  const standing = standingIn({ column: 'ST', situation: 'own' }, now);
  const me = subjectIn({ column: 'ST', situation: 'own' }, now)?.personId as PersonId;
  const may = (roles: Subject['roles'], given: object, action: Action, active = true) => {
    const session = { ...standing, ...given };
    const written = { standing: session, message: { by: me } };
    const object = action === 'chat/change-own' ? written : { ...session, ownerId: me };
    return can({ personId: me, active, roles }, action, object, { now });
  };

  test('F84 a role less, or a relation less, never gives a right', () => {
    const some = fc.array(role, { maxLength: 4 });
    fc.assert(
      fc.property(
        some,
        role,
        relations,
        fc.constantFrom(...actions),
        (fewer, more, all, action) => {
          fc.pre(may(fewer, all, action));
          expect(may([...fewer, more], all, action)).toBe(true);
          expect(may([more, ...fewer], all, action)).toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
    const names = ['inCohort', 'inGroup', 'teaches', 'teachesCohort', 'invitedUntil'] as const;
    fc.assert(
      fc.property(
        some,
        relations,
        fc.constantFrom(...names),
        fc.constantFrom(...actions),
        (roles, all, name, action) => {
          const less = { ...all, [name]: name === 'invitedUntil' ? null : false };
          fc.pre(may(roles, less, action));
          const more = { ...less, [name]: name === 'invitedUntil' ? now + 1 : true };
          expect(may(roles, more, action)).toBe(true);
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
      invitedUntil: now + 1,
    };
    for (const action of actions) {
      expect(may(everything, all, action, false)).toBe(false);
      expect(may([], all, action)).toBe(false);
    }
  });
});

describe('the table', () => {
  test('every role is a column', () => {
    const columns = Object.values(ROLE_OF).filter((each) => each !== null);
    expect([...new Set(columns)].sort()).toEqual([...ROLES].sort());
  });

  test('every action stands in a row that is built, and its cells can be read', () => {
    for (const action of actions) {
      expect(rowsBuilt).toContain(ACTIONS[action]);
      for (const column of COLUMNS) expect('Yoaimnb-').toContain(letterOf(rows, action, column));
    }
  });

  test('every row that is built has cases', () => {
    const ofActions = Object.values(ACTIONS);
    expect(rowsBuilt).toEqual(
      [...new Set([...ofActions, ...ROWS_PROVED_OTHERWISE])].sort((a, b) => a - b),
    );
  });
});
