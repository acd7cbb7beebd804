import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PersonId } from '#shared/kernel/ids.ts';
import { ROLES } from '#shared/wire/access.ts';
import { endRole, mayGrant, roleUntil, suspend } from './rules.ts';

const NOW = 1_800_000_000_000;
const [a, b, c] = ['a', 'b', 'c'] as unknown as readonly [PersonId, PersonId, PersonId];
const admin = { personId: b, name: 'Bo', active: true, roles: ['admin', 'teacher'] } as const;

test('F84 STANDING-3 nobody suspends themselves, and the last administrator stays one', () => {
  expect(suspend(b, admin, 3)).toMatchObject({ refusal: 'yourself' });
  expect(suspend(a, admin, 1)).toEqual({ ok: true });
  expect(suspend(a, admin, 0)).toMatchObject({ refusal: 'last-administrator' });
  expect(suspend(a, { ...admin, roles: ['teacher'] }, 0)).toEqual({ ok: true });
  expect(endRole(admin, 'admin', 0)).toMatchObject({ refusal: 'last-administrator' });
  expect(endRole(admin, 'admin', 1)).toEqual({ ok: true });
  expect(endRole(admin, 'teacher', 0)).toEqual({ ok: true });
  expect(endRole({ ...admin, active: false }, 'admin', 0)).toEqual({ ok: true });
});

test('F84 STANDING-4 a role from outside ends, and no other does', () => {
  for (const role of ROLES) {
    const ends = ['guest', 'practiceSupervisor', 'examiner'].includes(role);
    expect(roleUntil(role, null, NOW)).toMatchObject(
      ends ? { refusal: 'end-missing' } : { until: null },
    );
    expect(roleUntil(role, NOW + 1, NOW)).toMatchObject({ until: ends ? NOW + 1 : null });
    expect(roleUntil(role, NOW, NOW).ok).toBe(!ends);
  }
});

test('F84 STANDING-5 it takes two, and neither is who becomes it', () => {
  const person = fc.constantFrom(a, b, c);
  fc.assert(
    fc.property(person, person, person, (personId, askedBy, by) => {
      if (!mayGrant({ personId, askedBy }, by)) return;
      expect(by).not.toBe(askedBy);
      expect(by).not.toBe(personId);
    }),
  );
  expect(mayGrant({ personId: a, askedBy: b }, c)).toBe(true);
});
