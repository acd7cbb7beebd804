import { expect, test } from 'vitest';
import { base32 } from './base32.ts';
import { seal, unseal } from './sealed.ts';
import { appAddress, codeOf, stepAt, stepOfCode } from './totp.ts';

/** The secret of the RFCs' tables. */
const SECRET = Buffer.from('12345678901234567890');

test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
])('SIGN-29 at second %i of RFC 6238 the code is %s', (second, code) => {
  expect(codeOf(SECRET, stepAt(second * 1000))).toBe(code);
});

test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('SIGN-29 «%s» in RFC 4648’s letters', (plain, letters) => {
  expect(base32(Buffer.from(plain))).toBe(letters);
});

test('SIGN-29 a code holds for its half minute and those beside it, and after no later one', () => {
  const now = 1_700_000_010_000;
  const step = stepAt(now);
  const held = (off: number, last = 0) => stepOfCode(SECRET, codeOf(SECRET, step + off), now, last);
  expect([-2, -1, 0, 1, 2].map((off) => held(off))).toEqual([null, step - 1, step, step + 1, null]);
  expect(held(0, step)).toBeNull();
  expect(held(-1, step)).toBeNull();
  expect(held(1, step)).toBe(step + 1);
  for (const odd of ['', '12345', '1234567', 'x'.repeat(9)])
    expect(stepOfCode(SECRET, odd, now, 0)).toBeNull();
});

test('SIGN-29 what is sealed opens for its owner, unchanged, and under its own key alone', () => {
  const key = Buffer.alloc(32, 1);
  const sealed = seal(key, 'kari', SECRET);
  expect(unseal(key, 'kari', sealed)).toEqual(SECRET);
  expect(unseal(key, 'ola', sealed)).toBeNull();
  expect(unseal(Buffer.alloc(32, 2), 'kari', sealed)).toBeNull();
  for (let at = 0; at < sealed.length; at++) {
    const bent = Buffer.from(sealed);
    bent.writeUInt8(bent.readUInt8(at) ^ 1, at);
    expect(unseal(key, 'kari', bent)).toBeNull();
  }
  expect(unseal(key, 'kari', Buffer.alloc(3))).toBeNull();
});

test('SIGN-29 the square says whose secret it is, and of what place', () => {
  const address = new URL(appAddress('ABC', 'kari+ø@example.org'));
  expect(address.protocol).toBe('otpauth:');
  expect(decodeURIComponent(address.pathname)).toContain('Mellom:kari+ø@example.org');
  expect(Object.fromEntries(address.searchParams)).toEqual({ secret: 'ABC', issuer: 'Mellom' });
});
