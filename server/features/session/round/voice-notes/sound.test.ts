import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { VOICE_NOTE_BYTES_MAX } from '#shared/features/session/round/voice-note.ts';
import { type Sound, soundIn } from './sound.ts';
import { BEEP, box, fragmentedMp4, numbers, twoTracksMp4, wholeMp4 } from './testing/made-sound.ts';
import { readWebm } from './webm-reading.ts';
import { writeWebm } from './webm-writing.ts';

function taken(file: Buffer): Sound {
  const sound = soundIn(file);
  if (typeof sound === 'string') throw new Error(sound);
  return sound;
}

/** The file with the only place that says one thing saying another. */
function saying(file: Buffer, before: Buffer | string, after: Buffer | string): Buffer {
  const at = file.indexOf(before);
  expect(at).toBeGreaterThan(0);
  expect(Buffer.byteLength(before)).toBe(Buffer.byteLength(after));
  const copy = Buffer.from(file);
  Buffer.from(after as string).copy(copy, at);
  return copy;
}

/** So many packets of the beep, each of 60 ms. */
const spoken = (count: number, everyMs = 60) => {
  const { head, packets } = readWebm(BEEP);
  const bytes = packets[0]?.bytes ?? Buffer.alloc(0);
  const all = Array.from({ length: count }, (_, nth) => ({ atMs: nth * everyMs, bytes }));
  return writeWebm({ head, packets: all, ms: count * everyMs });
};

describe('F36 ROUND-11 a WebM recording', () => {
  test('of a browser is taken, and written anew with nothing of it but its sound', () => {
    const { type, ms, bytes } = taken(BEEP);
    expect(type).toBe('audio/webm');
    expect(ms).toBe(1_560);
    expect(BEEP.includes('Chrome')).toBe(true);
    expect(bytes.includes('Chrome')).toBe(false);
    const [before, after] = [readWebm(BEEP), readWebm(bytes)];
    expect(after.packets.map((one) => one.bytes)).toEqual(before.packets.map((one) => one.bytes));
    expect(after.packets.map((one) => one.atMs)).toEqual(before.packets.map((one) => one.atMs));
    expect(after.head).toEqual(before.head);
    // What was written is taken again, and is the same.
    expect(taken(bytes).bytes).toEqual(bytes);
  });

  test('that was cut is refused, or has lost its end and says so by its length', () => {
    for (let bytes = 1; bytes < BEEP.length; bytes++) {
      const sound = soundIn(BEEP.subarray(0, bytes));
      if (typeof sound !== 'string') expect(sound.ms).toBeLessThan(1_560);
    }
    expect(soundIn(BEEP.subarray(0, BEEP.length - 5))).toBe('cut');
    const written = taken(BEEP).bytes;
    for (const bytes of [written.length - 1, written.length >> 1, 60])
      expect(soundIn(written.subarray(0, bytes))).toBe('cut');
  });

  test('of another codec, of pictures, of two tracks or with something behind it is refused', () => {
    const wrong = {
      vorbis: saying(BEEP, 'A_OPUS', 'A_FLAC'),
      matroska: saying(BEEP, 'webm', 'mkv1'),
      picture: saying(BEEP, Buffer.from([0x83, 0x81, 0x02]), Buffer.from([0x83, 0x81, 0x01])),
      'five channels': saying(BEEP, 'OpusHead\u0001\u0001', 'OpusHead\u0001\u0005'),
      'something behind': Buffer.concat([taken(BEEP).bytes, Buffer.from([0xec, 0x80])]),
      'a second one behind': Buffer.concat([BEEP, BEEP]),
    };
    for (const [name, file] of Object.entries(wrong))
      expect(soundIn(file), name).toBe('not-a-voice-note');
  });

  test('is as long as three minutes, and no longer', () => {
    expect(taken(spoken(3_000)).ms).toBe(180_000);
    expect(soundIn(spoken(3_100))).toBe('too-long');
    // However little there is in it, and however much at once.
    expect(soundIn(spoken(3, 100_000))).toBe('too-long');
    expect(soundIn(spoken(3_100, 0))).toBe('too-long');
    expect(soundIn(spoken(4))).toBe('empty');
  });
});

describe('F36 ROUND-11 an MP4 recording', () => {
  test('with AAC in it is taken as it is, whole or in fragments', () => {
    for (const file of [wholeMp4(94), fragmentedMp4(94, 47)]) {
      const { type, ms, bytes } = taken(file);
      expect(type).toBe('audio/mp4');
      expect(Math.round(ms)).toBe(2_005);
      expect(bytes).toBe(file);
    }
  });

  test('of another codec, of pictures, of two tracks, cut, empty or too long is refused', () => {
    const whole = wholeMp4(94);
    const fragmented = fragmentedMp4(94, 47);
    expect(soundIn(wholeMp4(94, { entry: 'Opus' }))).toBe('not-a-voice-note');
    expect(soundIn(wholeMp4(94, { what: 0x6b })), 'MP3').toBe('not-a-voice-note');
    expect(soundIn(wholeMp4(94, { kind: 'vide' }))).toBe('not-a-voice-note');
    expect(soundIn(twoTracksMp4())).toBe('not-a-voice-note');
    expect(soundIn(Buffer.concat([whole, box('uuid', numbers(1, 2, 3, 4))]))).toBe(
      'not-a-voice-note',
    );
    expect(soundIn(whole.subarray(0, whole.length - 1))).toBe('cut');
    expect(soundIn(fragmented.subarray(0, fragmented.length - 1))).toBe('cut');
    expect(soundIn(wholeMp4(0))).toBe('empty');
    expect(soundIn(wholeMp4(9_400))).toBe('too-long');
  });
});

test('F36 ROUND-11 what is no sound is refused, whatever its bytes', () => {
  expect(soundIn(Buffer.alloc(0))).toBe('empty');
  expect(soundIn(Buffer.alloc(VOICE_NOTE_BYTES_MAX + 1))).toBe('too-long');
  expect(soundIn(Buffer.alloc(VOICE_NOTE_BYTES_MAX)), 'zeros').toBe('not-a-voice-note');
  for (const other of ['<!doctype html><script>alert(1)</script>', 'OggS\0\u0002xx', 'ID3', '\0'])
    expect(soundIn(Buffer.from(other)), other).toBe('not-a-voice-note');
  const spoilt = fc.array(fc.tuple(fc.nat(4_000), fc.nat(255)), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(fc.constantFrom(BEEP, wholeMp4(20), fragmentedMp4(20, 10)), spoilt, (file, at) => {
      const copy = Buffer.from(file);
      for (const [place, byte] of at) copy[place % copy.length] = byte;
      const sound = soundIn(copy);
      // Taken or refused, and never a fault; what is taken is taken again.
      if (typeof sound !== 'string') expect(soundIn(sound.bytes)).toBeTypeOf('object');
    }),
    { numRuns: 2_000 },
  );
});
