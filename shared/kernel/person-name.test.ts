import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PERSON_NAME_MAX, personName } from './person-name.ts';

const nameOf = (written: string) => {
  const result = personName(written);
  return result.ok ? result.name : result.refusal;
};

test('F5 GUEST-5 names of any script stand as they are written', () => {
  for (const name of [
    'Åse-Marit Ødegård',
    'Олександра Ковальчук',
    '李小龍',
    'محمد علي',
    'יעל כהן',
    'ज्ञानेश्वर',
    'Nguyễn Thị Ánh',
    'O’Brien, dr.',
    'علی‌رضا',
  ])
    expect(nameOf(name)).toBe(name.normalize('NFC'));
});

test('GUEST-5 what nobody sees is taken out', () => {
  expect(nameOf('  Kari \u200b \t Nord\u00admann\u2060 ')).toBe('Kari Nordmann');
  expect(nameOf('\u202eKari\u202c \u2066Moen\u2069')).toBe('Kari Moen');
  expect(nameOf('Ka\u200dri\u0000\u0007 \ufeffMoen')).toBe('Kari Moen');
  expect(nameOf('Kari\nMoen')).toBe('Kari Moen');
});

test('GUEST-5 nothing, too much and what cannot be read are refused', () => {
  expect(nameOf('')).toBe('name-empty');
  expect(nameOf(' \u200b\u3164\u202e ')).toBe('name-empty');
  expect(nameOf('a'.repeat(200))).toBe('name-too-long');
  expect(nameOf('ø'.repeat(PERSON_NAME_MAX))).toBe('ø'.repeat(PERSON_NAME_MAX));
  expect(nameOf('12345')).toBe('name-unreadable');
  expect(nameOf('…')).toBe('name-unreadable');
  expect(nameOf('\u0410nne Moen')).toBe('name-mixed');
  expect(nameOf(`Ka${'\u0335'.repeat(9)}ri`)).toBe('name-unreadable');
});

test('GUEST-5 whatever is written: what comes of it is short, seen, and the same when written again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (written) => {
      const result = personName(written);
      if (!result.ok) return;
      expect(Array.from(result.name).length).toBeLessThanOrEqual(PERSON_NAME_MAX);
      expect(result.name.isWellFormed()).toBe(true);
      expect(result.name).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b\p{Cc}]/u);
      expect(nameOf(result.name)).toBe(result.name);
    }),
    { numRuns: 100 },
  );
});
