import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PersonId } from '#shared/kernel/ids.ts';
import { reportConcern as command } from './commands.ts';
import { CONCERNS_A_DAY } from './model.ts';
import { reportConcern } from './rules.ts';

test('CONCERN-2 whatever is asked, nothing goes to anybody but the one who is named and was told of', () => {
  const person = fc.constantFrom('tone', 'bjørg', 'sigurd') as fc.Arbitrary<string>;
  const named = fc.option(person);
  fc.assert(
    fc.property(named, person, fc.nat(2 * CONCERNS_A_DAY), (name, told, sentToday) => {
      const reader = name === null ? null : { personId: name as PersonId, displayName: name };
      const decision = reportConcern(reader, { readerId: told as PersonId, sentToday });
      expect(decision.ok).toBe(name === told && sentToday < CONCERNS_A_DAY);
      if (decision.ok) expect(decision.facts).toEqual([reader]);
    }),
  );
});

test('CONCERN-6 an empty text, one too long, and one that cannot be read are refused', () => {
  const readerId = '01900000-0000-7000-8000-000000000000';
  const accepts = (text: unknown) =>
    command.input.safeParse({ readerId, sessionId: null, text }).success;
  expect(accepts('Noe ble sagt.\nJeg ble stille.')).toBe(true);
  expect(accepts('a'.repeat(4_000))).toBe(true);
  for (const bad of ['', '  \n ', 'a'.repeat(4_001), 'a\u0000b', '\ud800', 7, null])
    expect(accepts(bad), String(bad)).toBe(false);
});
