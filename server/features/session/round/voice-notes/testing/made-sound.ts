import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A second and a half of beeps, as Chromium's recorder wrote them. */
export const BEEP: Buffer = readFileSync(path.join(import.meta.dirname, 'beep.webm'));

/** A box of an MP4 file. */
export function box(type: string, ...content: readonly Buffer[]): Buffer {
  const body = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

/** Numbers of four bytes each, one after the other. */
export function numbers(...all: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * all.length);
  for (const [nth, each] of all.entries()) bytes.writeUInt32BE(each, 4 * nth);
  return bytes;
}

const SCALE = 48_000;
/** A frame of AAC. */
const FRAME = 1_024;
const FRAME_BYTES = 200;

const FTYP = box('ftyp', Buffer.from('isom\0\0\0\0mp42', 'latin1'));
const handler = (kind: string) =>
  box('hdlr', numbers(0, 0), Buffer.from(kind, 'latin1'), numbers(0, 0, 0), Buffer.alloc(1));
const esds = (what: number) =>
  box('esds', numbers(0), Buffer.from([3, 25, 0, 1, 0, 4, 17, what, 0x15]), Buffer.alloc(20));
const described = (entry: string, what: number) =>
  box('stsd', numbers(0, 1), box(entry, Buffer.alloc(28), esds(what)));

type Made = { readonly entry?: string; readonly what?: number; readonly kind?: string };

function track({ entry = 'mp4a', what = 0x40, kind = 'soun' }: Made, sizes: number[]): Buffer {
  const units = sizes.length * FRAME;
  const table = box(
    'stbl',
    described(entry, what),
    box('stsz', numbers(0, 0, sizes.length, ...sizes)),
  );
  const media = [box('mdhd', numbers(0, 0, 0, SCALE, units, 0)), handler(kind), box('minf', table)];
  return box('trak', box('mdia', ...media));
}

const sizesOf = (frames: number) => Array.from({ length: frames }, () => FRAME_BYTES);

/** So many frames of AAC in an MP4 that lies there whole. */
export function wholeMp4(frames: number, made: Made = {}): Buffer {
  const data = box('mdat', Buffer.alloc(frames * FRAME_BYTES, 7));
  return Buffer.concat([FTYP, box('moov', track(made, sizesOf(frames))), data]);
}

/** The same in fragments of so many frames, as a recorder that hands out what it has writes it. */
export function fragmentedMp4(frames: number, each: number): Buffer {
  const usual = box('mvex', box('trex', numbers(0, 1, 1, FRAME, 0, 0)));
  const fragments = Array.from({ length: frames / each }, () => {
    const run = box('trun', numbers(0x2_00, each, ...sizesOf(each)));
    const traf = box('traf', box('tfhd', numbers(0x2_00_00, 1)), run);
    return Buffer.concat([box('moof', traf), box('mdat', Buffer.alloc(each * FRAME_BYTES, 7))]);
  });
  return Buffer.concat([FTYP, box('moov', track({}, []), usual), ...fragments]);
}

/** An MP4 with two tracks. */
export function twoTracksMp4(): Buffer {
  const tracks = [track({}, sizesOf(50)), track({}, sizesOf(50))];
  return Buffer.concat([FTYP, box('moov', ...tracks), box('mdat', Buffer.alloc(20_000))]);
}
