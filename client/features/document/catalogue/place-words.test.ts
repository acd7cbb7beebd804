import { expect, it } from 'vitest';
import { placeWords } from './place-words.ts';
import { sectionOf } from './sections.ts';
import { words } from './words.ts';

it('F54 what is lent to one or of a group that one follows stands under no heading that calls it one’s own', () => {
  const stands = (kind: 'group' | 'personal' | 'course', mine: boolean) =>
    sectionOf({ kind, mine });
  expect([stands('group', true), stands('group', false)]).toEqual(['group', 'followed']);
  expect([stands('personal', true), stands('personal', false)]).toEqual(['personal', 'shared']);
  expect(stands('course', false)).toBe('course');
});

it('F54 one’s own is one’s own also when it is handed in and nobody may write in it', () => {
  const item = { kind: 'personal', place: null, ownerName: 'Kari Nilsen' } as const;
  expect(placeWords(words.nb, { ...item, mine: true })).toBe('Ditt eget');
  expect(placeWords(words.nb, { ...item, mine: false })).toBe('Delt med deg av Kari Nilsen');
});
