import { expect, test } from 'vitest';
import { problemInWords } from './problem-words.ts';
import type { SignInState } from './sign-in-store.ts';
import { words } from './words.ts';

const tooMany = (at: SignInState['at'], retryAfterMs?: number): SignInState => ({
  ...{ at, busy: false, problem: 'too-many-tries', retryAfterMs },
});
const code: SignInState['at'] = { step: 'code', email: 'a@example.org', sent: 'once' };

test('too many tries say how long to wait, where the server knows', () => {
  const said = (ms: number) => problemInWords(tooMany({ step: 'password' }, ms), words.nb);
  expect(said(14.2 * 60_000)).toBe('Det ble for mange forsøk. Prøv igjen om 15 minutter.');
  expect(said(20_000)).toBe('Det ble for mange forsøk. Prøv igjen om 1 minutt.');
});

test('a password is not answered with talk of a code', () => {
  for (const t of Object.values(words)) {
    expect(problemInWords(tooMany({ step: 'password' }), t)).not.toMatch(/[ck]od/);
    expect(problemInWords(tooMany(code), t)).toMatch(/[ck]od/);
  }
});

test('SIGN-8 at the first step it is said that codes rest, and for how long', () => {
  expect(problemInWords(tooMany({ step: 'address' }, 10.5 * 60_000), words.nb)).toBe(
    'Det ble for mange forsøk med kode for denne adressen. Be om en ny kode om 11 minutter.',
  );
});
