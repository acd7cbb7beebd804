import { expect, test } from 'vitest';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { PersonInMedia } from '../stage/people-in-media.ts';
import { keyTrouble, makeKeyNews, whoIsNamed } from './key-trouble.ts';

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

const troubleOf = (others: readonly PersonInMedia[], madeHere = false) =>
  keyTrouble([person('me'), ...others], { me, closedBy: 'berit' as PersonId, madeHere });
const unread = (name: string) => person(name, { unreadable: true });
const silent = person('per', { microphone: 'muted' });

test('CLOSED-6 who can be heard by all is no trouble, nor is a silent room', () => {
  expect(troubleOf([person('kari')])).toBeUndefined();
  expect(troubleOf([])).toBeUndefined();
});

test('CLOSED-6 when nobody of several who send can be read, or who closed the room, it is most likely one’s own key', () => {
  expect(troubleOf([unread('kari'), unread('ola'), silent])).toEqual({ kind: 'own' });
  expect(troubleOf([unread('berit'), silent])).toEqual({ kind: 'own' });
});

test('CLOSED-6 when others can be read, those who cannot are named', () => {
  const seen = person('ola', {
    microphone: 'muted',
    camera: { identity: 'ola:a', received: true, heldBack: false },
  });
  const kari = { kind: 'theirs', by: 'heard', people: ['kari'] };
  expect(troubleOf([unread('kari'), seen])).toEqual(kari);
});

test('CLOSED-6 whoever made the key is never said to have the wrong one, whoever else is silent', () => {
  const theirs = (...people: string[]) => ({ kind: 'theirs', by: 'made', people });
  expect(troubleOf([unread('kari'), silent], true)).toEqual(theirs('kari'));
  expect(troubleOf([unread('kari'), unread('ola')], true)).toEqual(theirs('kari', 'ola'));
  expect(troubleOf([unread('kari'), person('ola'), silent], true)).toEqual(theirs('kari'));
});

test('CLOSED-6 of two alone who do not hear each other neither is said to be wrong, and the other is named', () => {
  expect(troubleOf([unread('kari'), silent])).toEqual({ kind: 'either', people: ['kari'] });
});

test('CLOSED-6 the same people are the same trouble, in whatever order they stand', () => {
  const theirs = (...people: string[]) =>
    whoIsNamed({ kind: 'theirs', by: 'heard', people: people as unknown as PersonId[] });
  expect(theirs('ola', 'kari')).toBe(theirs('kari', 'ola'));
  expect(theirs('ola', 'kari')).not.toBe(theirs('ola'));
  expect(whoIsNamed({ kind: 'own' })).toBe(whoIsNamed(undefined));
});

test('CLOSED-6 that a key does not fit is news once, and again with another key or other people', () => {
  const isNews = makeKeyNews();
  const heard = (key: string, ...whats: string[]) => whats.map((what) => isNews(key, what));
  // Somebody who comes back is read anew, and is unreadable again a moment later.
  expect(heard('mine', 'all', 'all', 'berit', 'all', 'berit')).toEqual([
    true,
    false,
    true,
    false,
    false,
  ]);
  expect(heard('mine', 'berit kari')).toEqual([true]);
  expect(heard('another', 'all', 'all')).toEqual([true, false]);
});
