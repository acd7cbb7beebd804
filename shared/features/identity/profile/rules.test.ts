import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isolated } from '#shared/kernel/isolated.ts';
import { looksLikeOneOf } from '#shared/kernel/look-alike.ts';
import { NAME_MAX, PRONOUNS_MAX } from './model.ts';
import { lengthOf, saveProfile, tidyName, tidyPronouns } from './rules.ts';

const kept = (text: string) => ({ ok: true, text });
const refused = (fault: string) => ({ ok: false, fault });

test.for([
  ['Máret Ánne Somby', 'Máret Ánne Somby'],
  ['Ma\u0301ret', 'Máret'],
  ['  Anne   Moen ', 'Anne Moen'],
  ['Anne\u00a0Moen', 'Anne Moen'],
  ['An\u200bne\u00ad', 'Anne'],
  ['\ufeffAnne\u2060', 'Anne'],
  ['\u200eAnne\u200f', 'Anne'],
  ['سارة أحمد', 'سارة أحمد'],
  ['شریعت\u200cزاده', 'شریعت\u200cزاده'],
  ['ශ්\u200dරී', 'ශ්\u200dරී'],
  ['李 明', '李 明'],
  ['Nguyễn Thị Lan', 'Nguyễn Thị Lan'],
  ['O’Brien-Ås', 'O’Brien-Ås'],
  ['\u2068سارة\u2069', 'سارة'],
])('F42 PROFILE-2 a name of any script is kept: %#', ([written, text]) => {
  expect(tidyName(written as string)).toEqual(kept(text as string));
});

test.for([
  ['', 'no-letter'],
  ['   ', 'no-letter'],
  ['\u200b\u200d\u2060\ufeff', 'no-letter'],
  ['\u3164', 'no-letter'],
  ['\u2800', 'no-letter'],
  ['123', 'no-letter'],
  ['a'.repeat(200), 'too-long'],
  ['å'.repeat(NAME_MAX + 1), 'too-long'],
  ['Anne\u202eneoM', 'unreadable'],
  ['\u2067Anne\u2069', 'unreadable'],
  ['Anne\u2066', 'unreadable'],
  ['Anne\nMoen', 'unreadable'],
  ['Anne\u0007', 'unreadable'],
  ['Anne\u2028Moen', 'unreadable'],
  ['Anne\ud800', 'unreadable'],
  ['Anne\ue000', 'unreadable'],
  [`A${'\u0301'.repeat(9)}nne`, 'unreadable'],
  ['\u0410nne Moen', 'mixed'],
])('F42 PROFILE-2 what is no name is refused: %#', ([written, fault]) => {
  expect(tidyName(written as string)).toEqual(refused(fault as string));
});

test('F42 PROFILE-2 what is kept is seen, within the limit, turns nothing, and is kept again as it is', () => {
  const any = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc
      .array(fc.constantFrom('a', 'Å', ' ', '\u200d', '\u200b', '\u0301', 'ش', '\u202e', '\ufe0f'))
      .map((all) => all.join('')),
  );
  fc.assert(
    fc.property(any, (written) => {
      const tidied = tidyName(written);
      if (!tidied.ok) return;
      const { text } = tidied;
      expect(text).toMatch(/\p{L}/u);
      expect(lengthOf(text)).toBeLessThanOrEqual(NAME_MAX);
      expect(text).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b]|^\s|\s$|\s\s/u);
      expect(tidyName(text)).toEqual(kept(text));
      expect(tidyName(isolated(text))).toEqual(kept(text));
    }),
    { numRuns: 400 },
  );
});

test('F42 PROFILE-3 pronouns may be left out, and are short', () => {
  expect(tidyPronouns('  ')).toEqual(kept(''));
  expect(tidyPronouns('hen / henne')).toEqual(kept('hen / henne'));
  expect(tidyPronouns('x'.repeat(PRONOUNS_MAX + 1))).toEqual(refused('too-long'));
  expect(tidyPronouns('\u202e')).toEqual(refused('unreadable'));
  expect(tidyPronouns('\u200b')).toEqual(kept(''));
});

test('F42 PROFILE-4 a name that is read as somebody else’s is refused', () => {
  const written = { name: 'Anne Moen', givenName: 'Anne', pronouns: '' };
  const isAnnes = looksLikeOneOf(['Anne Moen']);
  for (const name of ['Anne Moen', 'ANNE  MOEN', 'A\u0301nne Moen', 'Ａnne Moen', 'AnneMoen'])
    expect(saveProfile({ ...written, name }, isAnnes)).toEqual({
      ok: false,
      refusal: 'somebody-elses-name',
    });
  expect(saveProfile({ ...written, name: 'Anne Berg' }, isAnnes)).toEqual({
    ok: true,
    facts: [{ name: 'Anne Berg', givenName: 'Anne', pronouns: '' }],
  });
});
