import { expect, test } from 'vitest';
import { LANGUAGES } from '#shared/features/identity/sign-in/model.ts';
import { welcomeLetter } from './letter.ts';

test('F84 WELCOME-3 the letter names the school once it has said what it is called', () => {
  const said = { to: 'Mari Berg', by: 'Astrid Lie' };
  for (const language of LANGUAGES) {
    const named = welcomeLetter(language, { ...said, school: 'Fjordskolen' });
    expect(named.subject).toContain('Fjordskolen');
    expect(named.text).toContain('Fjordskolen, ');
    const unnamed = welcomeLetter(language, { ...said, school: null });
    expect(unnamed.subject).toContain('Mellom');
    expect(unnamed.text).toContain('Mellom, ');
  }
});
