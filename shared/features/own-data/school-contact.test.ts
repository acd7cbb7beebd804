import { expect, test } from 'vitest';
import { contactOf } from './school-contact.ts';

test('F84 FIRST-2 what the school has said of itself comes before its settings, once it has', () => {
  const settings = { name: 'Skolen', email: 'post@skolen.example', privacyEmail: null };
  expect(contactOf(settings, { name: 'Mellom', contact: '' })).toEqual(settings);
  expect(contactOf(settings, { name: 'Fagskolen', contact: 'personvern@skolen.example' })).toEqual({
    ...{
      name: 'Fagskolen',
      email: 'post@skolen.example',
      privacyEmail: 'personvern@skolen.example',
    },
  });
  // Where no setting is given, the school's one address is whom one writes to about everything.
  const unset = { name: null, email: null, privacyEmail: null };
  expect(contactOf(unset, { name: 'Fjordskolen', contact: 'post@fjord.example' })).toEqual({
    ...{ name: 'Fjordskolen', email: 'post@fjord.example', privacyEmail: 'post@fjord.example' },
  });
});
