import { expect, test } from 'vitest';
import type { MediaPeer, MediaSource, MediaTrack } from '../../../platform/media-line.ts';
import { peopleInMedia } from './people-in-media.ts';

const track = (source: MediaSource, rest: Partial<MediaTrack> = {}): MediaTrack => ({
  source,
  muted: false,
  received: true,
  heldBack: false,
  ...rest,
});
const peer = (identity: string, ...tracks: MediaTrack[]): MediaPeer => ({
  identity,
  quality: 'good',
  tracks,
  unreadable: false,
});

test('a laptop and a phone are one person, heard and seen from either', () => {
  const people = peopleInMedia([
    peer('kari:laptop', track('camera')),
    peer('ola:tab', track('microphone', { muted: true })),
    { ...peer('kari:phone', track('microphone')), quality: 'lost' },
  ]);
  expect(people).toMatchObject([
    { personId: 'kari', microphone: 'live', camera: { identity: 'kari:laptop' }, quality: 'good' },
    { personId: 'ola', microphone: 'muted', camera: null },
  ]);
});

test('a muted camera is no picture', () => {
  expect(peopleInMedia([peer('kari:a', track('camera', { muted: true }))])[0]?.camera).toBeNull();
});
