import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { signInCookie } from './cookie.ts';
import { openSchool, stopTheClock, type TestSchool } from './test-school.ts';
import { newToken } from './token.ts';

const key = randomBytes(32);
const cookie = signInCookie('http://localhost:3000', key);

test('SIGN-19 on https the cookie is bound to the host, out of reach of scripts and of other sites', () => {
  const secure = signInCookie('https://mellom.example', key);
  const [pair, ...attributes] = secure.set(newToken()).split('; ');

  expect(pair).toMatch(/^__Host-mellom-sign-in=[\w-]{43}\.[\w-]{43}$/);
  expect(attributes).toEqual(['Max-Age=43200', 'Path=/', 'HttpOnly', 'SameSite=Lax', 'Secure']);
});

test.each(['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'])(
  'SIGN-19 on this machine, %s, the cookie goes without prefix and Secure alone',
  (baseUrl) => {
    const [pair, ...attributes] = signInCookie(baseUrl, key).set(newToken()).split('; ');
    expect(pair).toMatch(/^mellom-sign-in=/);
    expect(attributes).toEqual(['Max-Age=43200', 'Path=/', 'HttpOnly', 'SameSite=Lax']);
  },
);

test('SIGN-19 plain http on any other host stops the start', () => {
  expect(() => signInCookie('http://mellom.example', key)).toThrow('must begin with https://');
  expect(() => signInCookie('http://127.0.0.1.evil.example', key)).toThrow('https://');
});

test('SIGN-19 what was set is read again, among other cookies', () => {
  const token = newToken();
  const [pair] = cookie.set(token).split(';');

  expect(cookie.read({ cookie: `theme=dark; ${pair}; other=1` })).toBe(token);
  expect(cookie.read({ cookie: `not-${pair}` })).toBeNull();
  expect(cookie.read({})).toBeNull();
});

test('SIGN-19 another school’s key opens nothing here', () => {
  const [pair] = signInCookie('http://localhost:3000', randomBytes(32)).set(newToken()).split(';');
  expect(cookie.read({ cookie: pair })).toBeNull();
});

/** One change to the text: a character replaced, dropped, doubled or put in, or a piece cut off. */
const mutation = fc.record({
  at: fc.nat(86),
  how: fc.constantFrom('replace', 'drop', 'double', 'insert', 'cut') as fc.Arbitrary<
    'replace' | 'drop' | 'double' | 'insert' | 'cut'
  >,
  sign: fc.oneof(
    fc.constantFrom(...'ABCXYZabcxyz0189-_.=+/% \u0000é'.split('')),
    fc.string({ minLength: 1, maxLength: 3 }),
  ),
});

function mutate(
  text: string,
  { at, how, sign }: { at: number; how: string; sign: string },
): string {
  const [before, here, after] = [text.slice(0, at), text.slice(at, at + 1), text.slice(at + 1)];
  switch (how) {
    case 'replace':
      return before + sign + after;
    case 'drop':
      return before + after;
    case 'double':
      return before + here + here + after;
    case 'insert':
      return before + sign + here + after;
    default:
      return before;
  }
}

test('SIGN-20 a tampered token is no token (300 mutations)', () => {
  fc.assert(
    fc.property(mutation, (change) => {
      const token = newToken();
      const value = cookie.set(token).split(';')[0]?.split('=')[1] ?? '';
      const tampered = mutate(value, change);
      // Spaces at the ends belong to the header, a semicolon ends the value: what is left is then the same.
      fc.pre(tampered.split(';')[0]?.trim() !== value);
      expect(cookie.read({ cookie: `${cookie.name}=${tampered}` })).toBeNull();
    }),
    { numRuns: 300 },
  );
});

describe('at the door', () => {
  let school: TestSchool;
  beforeEach(async () => {
    stopTheClock();
    school = await openSchool();
  });
  afterEach(async () => {
    await school.close();
    vi.useRealTimers();
  });

  test('SIGN-20 junk, replayed and foreign cookies are signed out, in words, without a fault', async () => {
    const { email } = await school.person();
    const good = await school.enter(email);
    await school.ask('POST', '/api/auth/sign-out', { cookie: good, body: {} });
    const name = 'mellom-sign-in';
    const junk = [
      good,
      `${name}=`,
      `${name}=null`,
      `${name}=[]`,
      `${name}="false"`,
      `${name}=${'a'.repeat(43)}.${'b'.repeat(43)}`,
      `${name}=eyJhbGciOiJub25lIn0.e30.`,
      `${name}=${'x'.repeat(7000)}`,
      `__Host-${good}`,
      `better-auth.session_token=${good.split('=')[1]}`,
    ];
    for (const cookie of junk) {
      const answer = await school.ask('GET', '/api/sign-ins', { cookie });
      expect(answer).toMatchObject({ status: 401, body: { ok: false, refusal: 'signed-out' } });
    }
  });
});
