import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOUR_MS } from '../../../kernel/duration.ts';
import { LONGEST_SIGN_IN_MS, passwordLengthFault, signInEndsAt } from './rules.ts';

test('SIGN-13 however it is used, a sign-in never ends later than twelve hours after it began, nor later than an hour after use', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat({ max: LONGEST_SIGN_IN_MS }), (createdAt, age) => {
      const endsAt = signInEndsAt(createdAt, createdAt + age);
      expect(endsAt).toBeLessThanOrEqual(createdAt + LONGEST_SIGN_IN_MS);
      expect(endsAt).toBeLessThanOrEqual(createdAt + age + HOUR_MS);
    }),
  );
});

test('SIGN-13 use never brings the end forward', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.nat(), (createdAt, first, more) => {
      const earlier = signInEndsAt(createdAt, createdAt + first);
      expect(signInEndsAt(createdAt, createdAt + first + more)).toBeGreaterThanOrEqual(earlier);
    }),
  );
});

test.each([
  ['x'.repeat(11), 'password-too-short'],
  ['x'.repeat(12), null],
  ['x'.repeat(128), null],
  ['x'.repeat(129), 'password-too-long'],
  ['😀'.repeat(11), 'password-too-short'],
  ['😀'.repeat(12), null],
  ['å'.normalize('NFD').repeat(11), 'password-too-short'],
])('SIGN-9 length is counted in characters', (password, fault) => {
  expect(passwordLengthFault(password)).toBe(fault);
});
