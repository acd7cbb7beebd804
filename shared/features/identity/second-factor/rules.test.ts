import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ROLES } from '../../../wire/access.ts';
import { mayGo, mustHaveSecondFactor, whatSignInLacks } from './rules.ts';

const someRoles = fc.uniqueArray(fc.constantFrom(...ROLES));

test('SIGN-27 every role but student and guest asks for a second factor, whatever it is held beside', () => {
  const without = new Set<string>(['student', 'guest']);
  fc.assert(
    fc.property(someRoles, (roles) => {
      expect(mustHaveSecondFactor(roles)).toBe(roles.some((role) => !without.has(role)));
    }),
  );
});

test('SIGN-27 SIGN-28 nobody who has a second factor gets in without it, and nobody who must have one gets in without', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.boolean(), fc.boolean(), (app, passkey, mustHave) => {
      const lacks = whatSignInLacks({ app, passkey }, mustHave);
      if (app || passkey) expect(lacks).toEqual({ step: 'prove', app, passkey });
      else expect(lacks?.step ?? 'in').toBe(mustHave ? 'set-up' : 'in');
    }),
  );
});

test.each([
  [{ app: false, passkeys: 0 }, true, false],
  [{ app: false, passkeys: 0 }, false, true],
  [{ app: true, passkeys: 0 }, true, true],
  [{ app: false, passkeys: 1 }, true, true],
])('SIGN-33 the last second factor stays where one is asked for', (left, mustHave, may) => {
  expect(mayGo(left, mustHave)).toBe(may);
});
