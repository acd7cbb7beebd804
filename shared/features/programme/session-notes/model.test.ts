import { expect, test } from 'vitest';
import { LANGUAGES } from '#shared/features/identity/sign-in/model.ts';
import { NO_NOTES, NOTE_PARTS, partsWritten, sessionNotesAsText, writtenNotes } from './model.ts';

const notes = {
  topics: 'Å si nei og bli værende.',
  workingForm: '',
  voluntary: 'Runden.\nDu kan stå over.',
  alternatives: 'Skriv i samtalen.',
};

test('F39 NOTES-4 as text each part that says something is a paragraph under its name, in its order', () => {
  expect(sessionNotesAsText(notes, 'nb')).toBe(
    'Tema: Å si nei og bli værende.\n\nFrivillig: Runden.\nDu kan stå over.\n\nI stedet: Skriv i samtalen.',
  );
  expect(partsWritten(notes)).toEqual(['topics', 'voluntary', 'alternatives']);
});

test.each(LANGUAGES)(
  'NOTES-4 in %s every part has a name, and nothing written is no text',
  (language) => {
    const all = { topics: 'a', workingForm: 'b', voluntary: 'c', alternatives: 'd' };
    expect(sessionNotesAsText(all, language).split('\n\n')).toHaveLength(NOTE_PARTS.length);
    expect(sessionNotesAsText(NO_NOTES, language)).toBe('');
  },
);

test.each([
  ['501 characters', { ...notes, topics: 'a'.repeat(501) }],
  ['a null', { ...notes, voluntary: 'a\0b' }],
  ['half an emoji', { ...notes, alternatives: '\ud83d' }],
  ['a part that is left out', { topics: 'a' }],
  ['a number', { ...notes, workingForm: 3 }],
])('NOTES-3 %s is bad input', (_, given) => {
  expect(writtenNotes.safeParse(given).success).toBe(false);
});

test('NOTES-3 what stands around the words is left out', () => {
  expect(writtenNotes.parse({ ...notes, topics: '  Makt \n' }).topics).toBe('Makt');
});
