import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  keyInAddress,
  linkWith,
  makeKey,
  type RoomKey,
  randomKey,
  readKey,
  writtenKey,
} from './key-text.ts';

const anyKey = fc.uint8Array({ minLength: 27, maxLength: 27 }).map(makeKey);
const KEY = makeKey(new Uint8Array(27).map((_, at) => at));

test('CLOSED-2 a key is 27 signs of chance and one that tells a slip, in groups of four', () => {
  expect(KEY).toBe('0123456789ABCDEFGHJKMNPQRST5');
  expect(writtenKey(KEY)).toBe('0123-4567-89AB-CDEF-GHJK-MNPQ-RST5');
  expect(new Set(Array.from({ length: 200 }, randomKey)).size).toBe(200);
});

test('CLOSED-2 it is read as it is written, spoken or pasted', () => {
  fc.assert(
    fc.property(anyKey, (key) => {
      const link = linkWith(key, 'https://mellom.example', 'a-session');
      for (const typed of [
        key,
        writtenKey(key),
        writtenKey(key).toLowerCase(),
        ` ${[...key].join(' ')}\n`,
        key.replace(/0/gu, 'o').replace(/1/gu, 'l'),
        link,
      ])
        expect(readKey(typed)).toBe(key);
    }),
  );
});

test('CLOSED-2 every single slip is noticed', () => {
  const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  fc.assert(
    fc.property(anyKey, fc.nat(27), fc.integer({ min: 1, max: 31 }), (key, at, by) => {
      const other = signs[(signs.indexOf(key.charAt(at)) + by) % 32];
      const bent = key.slice(0, at) + other + key.slice(at + 1);
      expect(readKey(bent)).toEqual({ slip: 'mistyped' });
    }),
  );
  expect(readKey(KEY.slice(1))).toEqual({ slip: 'too-short' });
  expect(readKey(`${KEY}2`)).toEqual({ slip: 'too-long' });
  expect(readKey('')).toEqual({ slip: 'too-short' });
  expect(readKey(`${KEY.slice(1)}Æ`)).toEqual({ slip: 'mistyped' });
});

test('CLOSED-3 the link holds it where no server sees it, and only a session’s link holds one', () => {
  const link = new URL(linkWith(KEY, 'https://mellom.example', 'a-session'));
  expect(link.pathname + link.search).toBe('/okt/a-session');
  const found = keyInAddress(link);
  expect(found?.sessionId).toBe('a-session');
  expect(readKey(found?.typed ?? '')).toBe<RoomKey>(KEY);
  for (const address of ['/okt/a-session', '/okt/a-session#annet', `/konto${link.hash}`])
    expect(keyInAddress(new URL(address, link))).toBeNull();
});

test.each(['%', '%zz', 'X580%E0%A4%A', '0123-4567-89AB-%'])(
  'CLOSED-3 a link damaged on its way to %j is a key that is not whole, and no fault',
  (typed) => {
    const address = { pathname: '/okt/a-session', hash: `#nokkel=${typed}` };
    const found = keyInAddress(address);
    expect(found?.sessionId).toBe('a-session');
    expect(readKey(found?.typed ?? '')).toHaveProperty('slip');
  },
);

test('CLOSED-3 a link whose signs a messenger wrote in its own way holds the same key', () => {
  const hash = `#nokkel=${writtenKey(KEY).replaceAll('-', '%2D')}`;
  const found = keyInAddress({ pathname: '/okt/a-session', hash });
  expect(readKey(found?.typed ?? '')).toBe(KEY);
});
