import { expect, test } from 'vitest';
import { identityOf, voiceOf } from '#shared/features/seminar-room/identity.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { MediaPeer } from '../../../platform/media-line.ts';
import { isSameList, voicesAmong } from './voices.ts';

const [anne, kari] = ['anne', 'kari'] as [PersonId, PersonId];
const peer = (identity: string, muted = false): MediaPeer => ({
  identity,
  quality: 'good',
  tracks: [{ source: 'microphone', muted, received: true, heldBack: false }],
  unreadable: false,
});

test('BREAKOUT-13 a teacher who speaks into the room from outside it is told from those who are there', () => {
  const [voice, other] = [voiceOf(anne, 'abcdefgh'), voiceOf(anne, 'onaphone')];
  expect(voicesAmong([peer(identityOf(kari, 'abcdefgh')), peer(voice), peer(other)])).toEqual([
    anne,
  ]);
  expect(voicesAmong([peer(voice, true)]), 'silent').toEqual([]);
  expect(voicesAmong([{ ...peer(voice), tracks: [] }]), 'only just there').toEqual([]);
});

test('a list is the same when the same are in it in the same order', () => {
  expect(isSameList([anne, kari], [anne, kari])).toBe(true);
  expect(isSameList([anne, kari], [kari, anne])).toBe(false);
  expect(isSameList([anne], [anne, kari])).toBe(false);
});
