import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  announce,
  announceAtOnce,
  forgetSaid,
  makeAnnouncementBatch,
  spokenAtOnce,
  spokenPolitely,
} from './announcer.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const said = () => spokenPolitely().replace('\u200b', '');

test('the first thing is said at once, the rest together after three seconds', () => {
  const batch = makeAnnouncementBatch<string>((names) => names.join(' og '));
  batch.add('Anne');
  expect(said()).toBe('Anne');
  batch.add('Jonas');
  batch.add('Amina');
  expect(said()).toBe('Anne');
  vi.advanceTimersByTime(3_000);
  expect(said()).toBe('Jonas og Amina');
  vi.advanceTimersByTime(3_000);
  batch.add('Hege');
  expect(said()).toBe('Hege');
  batch.stop();
});

test('nothing is said after stop', () => {
  const batch = makeAnnouncementBatch<string>((names) => names.join());
  batch.add('Anne');
  batch.add('Jonas');
  batch.stop();
  vi.advanceTimersByTime(9_000);
  expect(said()).toBe('Anne');
});

test('what was said ten seconds ago is not there to be met as news', () => {
  announce('Forbindelsen er borte.');
  vi.advanceTimersByTime(9_000);
  announce('Du er tilkoblet igjen.');
  vi.advanceTimersByTime(9_000);
  expect(spokenPolitely()).toContain('Du er tilkoblet igjen.');
  vi.advanceTimersByTime(1_000);
  expect(spokenPolitely()).toBe('');
});

test('the same words twice are a change, so that they are read twice', () => {
  announce('Lagret');
  const first = spokenPolitely();
  announce('Lagret');
  expect(spokenPolitely()).not.toBe(first);
});

test('the same words twice are a change also when something else was said politely in between', () => {
  announceAtOnce('Meldingen er 5 tegn for lang.');
  const before = spokenAtOnce();
  announce('Kari kom inn.');
  announceAtOnce('Meldingen er 5 tegn for lang.');
  expect(spokenAtOnce()).not.toBe(before);
});

test('what was said of a place one has left is taken back', () => {
  announce('Lyden er koblet til.');
  forgetSaid();
  expect(said()).toBe('');
});
