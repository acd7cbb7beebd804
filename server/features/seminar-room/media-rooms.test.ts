import { TrackInfo, TrackSource, TrackType } from 'livekit-server-sdk';
import { expect, test } from 'vitest';
import { sentAs } from './media-rooms.ts';

const { AUDIO, VIDEO, DATA } = TrackType;
const { MICROPHONE, CAMERA, SCREEN_SHARE, SCREEN_SHARE_AUDIO, UNKNOWN } = TrackSource;

function seen(source: TrackSource, type: TrackType, mimeType = '', codec = mimeType) {
  const codecs = codec ? [{ mimeType: codec }] : [];
  const [sent] = sentAs(new TrackInfo({ sid: 'TR_x', source, type, mimeType, codecs }));
  return sent && [sent.fits, sent.isVoice];
}

test('ROOM-6 ROOM-7 sound counts as somebody’s voice, whatever it says it is', () => {
  expect(seen(MICROPHONE, AUDIO, 'audio/red', 'audio/opus')).toEqual([true, true]);
  expect(seen(CAMERA, VIDEO, 'video/VP8')).toEqual([true, false]);
  expect(seen(SCREEN_SHARE, VIDEO)).toEqual([true, false]);
  expect(seen(SCREEN_SHARE_AUDIO, AUDIO, 'audio/opus')).toEqual([true, false]);

  expect(seen(CAMERA, AUDIO), 'before anything has come in').toEqual([false, true]);
  expect(seen(CAMERA, AUDIO, 'audio/opus')).toEqual([false, true]);
  expect(seen(SCREEN_SHARE, AUDIO, 'audio/opus')).toEqual([false, true]);
  expect(seen(CAMERA, VIDEO, 'audio/opus', 'video/vp8'), 'its type a lie').toEqual([false, true]);
  expect(seen(CAMERA, VIDEO, '', 'AUDIO/opus'), 'its type a lie').toEqual([false, true]);
  expect(seen(MICROPHONE, VIDEO, 'video/vp8')).toEqual([false, false]);
  expect(seen(SCREEN_SHARE_AUDIO, VIDEO, 'video/vp8')).toEqual([false, false]);

  expect(seen(UNKNOWN, AUDIO, 'audio/opus'), 'nobody may send it').toBeUndefined();
  expect(seen(CAMERA, DATA)).toBeUndefined();
});
