import { Track } from 'livekit-client';
import { expect, test } from 'vitest';
import { isHeard, isSound, sourceOf } from './livekit-terms.ts';

const { Audio, Video } = Track.Kind;
const { Camera, Microphone, ScreenShare, ScreenShareAudio, Unknown } = Track.Source;

test('ROOM-6 what is not what it says it is is neither heard nor seen', () => {
  const sent = [
    [Microphone, Audio, 'microphone'],
    [ScreenShareAudio, Audio, 'screen-audio'],
    [Camera, Video, 'camera'],
    [ScreenShare, Video, 'screen'],
    [Camera, Audio, undefined],
    [ScreenShare, Audio, undefined],
    [Microphone, Video, undefined],
    [ScreenShareAudio, Video, undefined],
    [Unknown, Audio, undefined],
    [Unknown, Video, undefined],
  ] as const;
  for (const [source, kind, read] of sent) {
    expect([source, kind, sourceOf({ source, kind })]).toEqual([source, kind, read]);
    expect(isSound({ source, kind })).toBe(read === 'microphone' || read === 'screen-audio');
  }
});

test('ROOM-6 whoever sends sound as a camera’s does not come forward as the one who speaks', () => {
  const sends = (source: Track.Source, kind: Track.Kind, isMuted = false) =>
    ({ trackPublications: new Map([['one', { source, kind, isMuted }]]) }) as never;
  expect(isHeard(sends(Camera, Audio))).toBe(false);
  expect(isHeard(sends(Microphone, Audio, true))).toBe(false);
  expect(isHeard(sends(Microphone, Audio))).toBe(true);
});
