import { expect, test } from 'vitest';
import { fingerprintOf } from './fingerprint.ts';
import { makeKey } from './key-text.ts';

const KEY = makeKey(new Uint8Array(27).map((_, at) => at));

test('CLOSED-5 the fingerprint is four groups of digits, the same wherever the key is the same', async () => {
  const fingerprint = await fingerprintOf(KEY);
  expect(fingerprint).toMatch(/^\d{4} \d{4} \d{4} \d{4}$/u);
  expect(await fingerprintOf(KEY)).toBe(fingerprint);
  // Another version of Mellom, in another browser, must come to this one too.
  expect(fingerprint).toBe('6952 2616 4716 5781');
});

test('CLOSED-5 one changed sign gives another, wherever it stands', async () => {
  const all = [
    KEY,
    ...[...KEY].map(
      (sign, at) => KEY.slice(0, at) + (sign === 'Z' ? 'Y' : 'Z') + KEY.slice(at + 1),
    ),
  ];
  const fingerprints = await Promise.all(all.map(fingerprintOf));
  expect(new Set(fingerprints).size).toBe(all.length);
});
