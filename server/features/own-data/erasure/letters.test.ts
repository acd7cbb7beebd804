import { expect, test } from 'vitest';
import { LANGUAGES } from '#shared/features/identity/sign-in/model.ts';
import { askedLetter } from './letters.ts';

test('F81 whoever has no password is told of that of their mail, which the code to sign in comes to', () => {
  const said = { nb: /e-posten/u, nn: /e-posten/u, en: /e-mail/u };
  for (const language of LANGUAGES) {
    expect(askedLetter(0, 'withCode')(language).text).toMatch(said[language]);
    expect(askedLetter(0, 'withPassword')(language).text).not.toMatch(said[language]);
  }
});
