import { expect, test } from 'vitest';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { PersonInMedia } from '../stage/people-in-media.ts';
import { keyTrouble } from './key-trouble.ts';

const me = 'me' as PersonId;
const person = (name: string, rest: Partial<PersonInMedia> = {}): PersonInMedia => ({
  personId: name as PersonId,
  microphone: 'live',
  camera: null,
  screen: null,
  quality: 'good',
  unreadable: false,
  ...rest,
});

test('CLOSED-6 who can be heard by all is no trouble, nor is a silent room', () => {
  expect(keyTrouble([person('me'), person('kari')], me)).toBeUndefined();
  expect(keyTrouble([person('me')], me)).toBeUndefined();
});

test('CLOSED-6 when nobody who sends can be read, it is most likely one’s own key', () => {
  const unread = person('kari', { unreadable: true });
  const silent = person('ola', { microphone: 'muted' });
  expect(keyTrouble([person('me'), unread, silent], me)).toEqual({ kind: 'all' });
});

test('CLOSED-6 when others can be read, those who cannot are named', () => {
  const unread = person('kari', { unreadable: true });
  const seen = person('ola', {
    microphone: 'muted',
    camera: { identity: 'ola:a', received: true, heldBack: false },
  });
  expect(keyTrouble([person('me'), unread, seen], me)).toEqual({ kind: 'some', people: ['kari'] });
});
