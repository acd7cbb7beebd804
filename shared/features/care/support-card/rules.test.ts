import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeSupportCard as command } from './commands.ts';
import { isDialable, NATIONAL_LINES, supportEntry } from './model.ts';
import { changeSupportCard, dialled, faultsOf, moved } from './rules.ts';

const entry = (name: string) => ({ name, number: '73 00 00 00', open: '', about: '' });

test('F41 SUPPORT-1 the numbers of the whole country come first, the most urgent on top, and can be dialled', () => {
  expect(NATIONAL_LINES.map(({ number }) => number)).toEqual([
    '113',
    '116 117',
    '116 123',
    '22 40 00 40',
  ]);
  for (const { number } of NATIONAL_LINES) expect(isDialable(number)).toBe(true);
  expect(dialled('22 40 00 40')).toBe('22400040');
});

test('SUPPORT-4 a change of what no longer stands there is refused, and any other is the next version', () => {
  fc.assert(
    fc.property(fc.nat(50), fc.nat(50), fc.array(fc.string()), (version, from, names) => {
      const card = { version, entries: [entry('Før')] };
      const entries = names.map(entry);
      expect(changeSupportCard(card, { from, entries })).toEqual(
        from === version
          ? { ok: true, facts: [{ version: version + 1, entries }] }
          : { ok: false, refusal: 'changed-meanwhile' },
      );
    }),
  );
});

test('SUPPORT-5 any steps up and down lose and double nobody, and a step back undoes a step', () => {
  const steps = fc.array(fc.tuple(fc.nat(8), fc.constantFrom(-1 as const, 1 as const)));
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { maxLength: 8 }), steps, (names, all) => {
      const after = all.reduce<readonly string[]>((now, [at, by]) => moved(now, at, by), names);
      expect([...after].sort()).toEqual([...names].sort());
      for (const [at, by] of all) {
        const once = moved(names, at, by);
        if (once !== names) expect(moved(once, at + by, by === 1 ? -1 : 1)).toEqual(names);
      }
    }),
  );
});

test.for([
  '12',
  'ring meg',
  '+47 ',
  '73 00 00 00 ext 2',
  '7'.repeat(16),
  '73+000000',
  '73\t00 00 00',
  '٧٣٠٠٠٠٠٠',
  'javascript:alert(1)',
])('SUPPORT-6 "%s" is no number that can be dialled', (number) => {
  expect(isDialable(number)).toBe(false);
  expect(faultsOf({ name: 'Tone', number })).toEqual({ name: false, number: true });
  expect(supportEntry.safeParse({ ...entry('Tone'), number }).success).toBe(false);
});

test('SUPPORT-6 what is too long, empty, broken or too much is refused', () => {
  const accepts = (entries: readonly object[]) =>
    command.input.safeParse({ from: 0, entries }).success;
  expect(accepts([])).toBe(true);
  expect(accepts([entry('Tone Grav')])).toBe(true);
  expect(accepts([{ ...entry('Tone'), number: '+47 73 00 00 00' }])).toBe(true);
  for (const bad of [
    entry(''),
    entry('   '),
    entry('a'.repeat(81)),
    entry('to\nlinjer'),
    entry('\ud800'),
    { ...entry('Tone'), open: 'a'.repeat(81) },
    { ...entry('Tone'), about: 'a'.repeat(161) },
    { name: 'Tone' },
  ])
    expect(accepts([bad]), JSON.stringify(bad)).toBe(false);
  expect(accepts(Array.from({ length: 13 }, () => entry('Tone')))).toBe(false);
});
