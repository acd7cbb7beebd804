import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PersonId } from '#shared/kernel/ids.ts';
import { withoutIsolation } from '#shared/kernel/isolated.ts';
import { displayName, displayNames, type Named } from './rules.ts';

const named = (nth: number, displayName: string, givenName = displayName.split(' ')[0] ?? '') => ({
  personId: `p${String(nth).padStart(3, '0')}` as PersonId,
  displayName,
  givenName,
});

const GIVEN = ['Anne', 'anne', 'Per Olav', 'Anne M.', 'Ánte', 'سارة', ''];
const FAMILY = ['Moen', 'Berg', 'Bø', 'M.', 'أحمد', ''];
const people = fc
  .array(fc.tuple(fc.constantFrom(...GIVEN), fc.constantFrom(...FAMILY)), { maxLength: 12 })
  .map((all): readonly Named[] =>
    all.map(([given, family], nth) => named(nth, `${given} ${family}`.trim(), given)),
  );

const shown = (of: readonly Named[]) =>
  of.map((one) => displayNames(of, 'circle').get(one.personId));

test('F42 NAMES-1 in a circle the first name alone is shown, elsewhere the whole', () => {
  const person = named(1, 'Liv Jorunn Tangen', 'Liv Jorunn');
  expect(displayName(person, 'circle')).toBe('Liv Jorunn');
  expect(displayName(person, 'teaching')).toBe('Liv Jorunn Tangen');
  expect(displayName(named(1, 'Madonna', ''), 'circle')).toBe('Madonna');
});

test('F42 NAMES-2 two of the same first name get what tells them apart', () => {
  const annes = [named(1, 'Anne Moen'), named(2, 'Anne Berg'), named(3, 'Liv Dahl')];
  expect(shown(annes)).toEqual(['Anne M.', 'Anne B.', 'Liv']);
  expect(shown([named(1, 'Anne Moen'), named(2, 'Anne Myhre')])).toEqual([
    'Anne Moen',
    'Anne Myhre',
  ]);
  expect(shown([named(1, 'Anne Moen'), named(2, 'Anne Moen')])).toEqual([
    'Anne Moen',
    'Anne Moen (2)',
  ]);
});

test('F42 NAMES-2 in a circle no two who have a name are shown as the same', () => {
  fc.assert(
    fc.property(people, (all) => {
      const names = displayNames(all, 'circle');
      const seen = all
        .filter((one) => one.displayName !== '')
        .map(({ personId }) => names.get(personId)?.normalize('NFKC').toLowerCase());
      expect(new Set(seen).size).toBe(seen.length);
    }),
  );
});

test('F42 NAMES-2 the order in which people come changes nobody’s name', () => {
  const shuffled = people.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length })),
  );
  fc.assert(
    fc.property(shuffled, ([all, other]) => {
      const [one, two] = [displayNames(all, 'circle'), displayNames(other, 'circle')];
      for (const { personId } of all) expect(two.get(personId)).toBe(one.get(personId));
    }),
  );
});

test('F42 NAMES-1 whoever shares the first name with nobody shows it alone, and whoever comes changes only those who do', () => {
  fc.assert(
    fc.property(people, (all) => {
      const before = displayNames(all, 'circle');
      const after = displayNames([...all, named(900, 'Øyvind Ås')], 'circle');
      for (const { personId } of all) expect(after.get(personId)).toBe(before.get(personId));
      expect(after.get(named(900, '').personId)).toBe('Øyvind');
    }),
  );
});

test('F42 NAMES-1 elsewhere everybody has the whole name, also where two have the same', () => {
  fc.assert(
    fc.property(people, (all) => {
      const names = displayNames(all, 'teaching');
      for (const one of all) expect(names.get(one.personId)).toBe(one.displayName);
    }),
  );
});

test('X names from right to left are isolated, so that no line turns', () => {
  const [name = ''] = shown([named(1, 'سارة أحمد', 'سارة')]);
  expect(name).toBe('\u2068سارة\u2069');
  expect(withoutIsolation(name)).toBe('سارة');
});
