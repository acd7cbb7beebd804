import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY_MS } from '#shared/kernel/duration.ts';
import type { CohortId, PersonId } from '#shared/kernel/ids.ts';
import { ENDING_ROLES, type WrittenWelcome } from './model.ts';
import { isAddress, mayUse, tidyAddress, tidyWelcome, usableUntil } from './rules.ts';

const NOW = 1_800_000_000_000;
const cohortId = 'cohort' as CohortId;
const teacher: WrittenWelcome = {
  ...{ name: ' Anne  Moen ', email: ' Anne@Skolen.example ', language: 'nb', roles: ['teacher'] },
  ...{ cohortId: null, rolesUntil: null },
};

test('F84 WELCOME-3 names and addresses are tidied, and what cannot be is said', () => {
  expect(tidyWelcome(teacher, NOW)).toMatchObject({
    welcomed: { name: 'Anne Moen', email: 'anne@skolen.example' },
  });
  const refused = (changed: Partial<WrittenWelcome>) => {
    const tidied = tidyWelcome({ ...teacher, ...changed }, NOW);
    return tidied.ok ? null : tidied.refusal;
  };
  expect(refused({ name: '' })).toBe('name-empty');
  expect(refused({ email: 'anne' })).toBe('bad-address');
  expect(refused({ roles: [] })).toBe('no-role');
  expect(refused({ roles: ['student'] })).toBe('cohort-missing');
  expect(refused({ cohortId })).toBe('cohort-missing');
  expect(refused({ roles: ['student'], cohortId })).toBeNull();
  for (const role of ENDING_ROLES) {
    expect(refused({ roles: [role] })).toBe('end-missing');
    for (const rolesUntil of [NOW, NOW - 1, NOW + 6 * 366 * DAY_MS])
      expect(refused({ roles: [role], rolesUntil })).toBe('end-wrong');
    expect(refused({ roles: [role], rolesUntil: NOW + DAY_MS })).toBeNull();
  }
});

test('F84 WELCOME-3 an address has one @, a host with a full stop, and nothing that a letter’s head could be broken by', () => {
  for (const good of ['a@b.no', 'kari.nordmann+kurs@høgskolen.no', "o'brien@x.example"])
    expect(isAddress(tidyAddress(good)), good).toBe(true);
  for (const bad of [
    ...['', '@', 'a@b', 'a b@c.no', 'a@b@c.no', 'a@b.no\nbcc: x@y.no', 'a@b.no,c@d.no'],
    ...['<a@b.no>', 'a@b..', `${'a'.repeat(250)}@b.no`, 'a@b.no;', '\ud800@b.no'],
  ])
    expect(isAddress(tidyAddress(bad)), bad).toBe(false);
});

test('F84 WELCOME-4 only the newest letter of an invitation that waits opens anything', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: NOW - 2, max: NOW + 2 }),
      fc.boolean(),
      fc.option(fc.constant('person' as PersonId)),
      (round, tried, untilAt, withdrawn, personId) => {
        const use = mayUse({ round, untilAt, withdrawn, personId }, tried, NOW);
        const open = round === tried && untilAt > NOW && !withdrawn && personId === null;
        expect(use.ok).toBe(open);
      },
    ),
  );
  expect(usableUntil(null, NOW)).toBe(NOW + 14 * DAY_MS);
  expect(usableUntil(NOW + DAY_MS, NOW)).toBe(NOW + DAY_MS);
});
