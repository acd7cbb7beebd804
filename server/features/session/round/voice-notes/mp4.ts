import { SECOND_MS } from '#shared/kernel/duration.ts';
import { SoundFault, wrongKind } from './sound-fault.ts';

/** MPEG-4 audio, in the words of ISO/IEC 14496-1: AAC. */
const AAC = 0x40;
/** What a recorder writes side by side, whole or in fragments. */
const KNOWN: ReadonlySet<string> = new Set([
  'ftyp',
  'moov',
  'moof',
  'mdat',
  'free',
  'skip',
  'styp',
  'sidx',
  'mfra',
  'wide',
]);

/**
 * Looks through an MP4 of a browser's recorder: one track, and that AAC, and as much of it as it says. How long it is, in
 * milliseconds. @throws SoundFault
 */
export function checkMp4(file: Buffer): number {
  const all = boxesIn(file, { from: 0, to: file.length });
  if (!all.every(({ type }) => KNOWN.has(type))) wrongKind();
  const moov = one(all, 'moov');
  const track = one(boxesIn(file, moov), 'trak');
  const media = boxesIn(file, one(boxesIn(file, track), 'mdia'));
  const handler = one(media, 'hdlr');
  if (file.toString('latin1', handler.from + 8, handler.from + 12) !== 'soun') wrongKind();
  const table = boxesIn(file, one(boxesIn(file, one(media, 'minf')), 'stbl'));
  checkAac(file, one(table, 'stsd'));

  const whole = samplesIn(file, one(table, 'stsz'));
  const { scale, units } = timesIn(file, one(media, 'mdhd'));
  const runs = all
    .filter(({ type }) => type === 'moof')
    .flatMap((moof) => runsIn(file, moof, usualUnits(file, moov)));
  const bytes = sum(all.filter(({ type }) => type === 'mdat').map(({ from, to }) => to - from));
  const said = whole + sum(runs.map((run) => run.bytes));
  if (said === 0) throw new SoundFault('empty');
  if (said > bytes) throw new SoundFault('cut');
  return (Math.max(units, sum(runs.map((run) => run.units))) / scale) * SECOND_MS;
}

/** One description of samples, of the kind mp4a, that says AAC. */
function checkAac(file: Buffer, { from, to }: Box): void {
  if (file.readUInt32BE(from + 4) !== 1) wrongKind();
  const [entry] = boxesIn(file, { from: from + 8, to });
  if (entry?.type !== 'mp4a') throw new SoundFault('not-a-voice-note');
  if (file.readUInt16BE(entry.from + 8) !== 0) wrongKind();
  const esds = one(boxesIn(file, { from: entry.from + 28, to: entry.to }), 'esds');
  // A descriptor in a descriptor; only what we ask for is looked at.
  const outer = descriptorAt(file, esds.from + 4, 0x03);
  const hasMore = file.readUInt8(outer + 2) !== 0;
  const inner = descriptorAt(file, outer + 3, 0x04);
  if (hasMore || file.readUInt8(inner) !== AAC) wrongKind();
}

/** Past its tag and its length, of which all bytes but the last have their first bit set. */
function descriptorAt(file: Buffer, at: number, tag: number): number {
  if (file.readUInt8(at) !== tag) wrongKind();
  for (let nth = 1; nth <= 4; nth++) if (file.readUInt8(at + nth) < 0x80) return at + nth + 1;
  return wrongKind();
}

function timesIn(file: Buffer, { from }: Box): { readonly scale: number; readonly units: number } {
  const isWide = file.readUInt8(from) === 1;
  const scale = file.readUInt32BE(from + (isWide ? 20 : 12));
  const units = isWide ? Number(file.readBigUInt64BE(from + 24)) : file.readUInt32BE(from + 16);
  return scale > 0 ? { scale, units } : wrongKind();
}

/** How many bytes all samples have together. */
function samplesIn(file: Buffer, { from, to }: Box): number {
  const [each, count] = [file.readUInt32BE(from + 4), file.readUInt32BE(from + 8)];
  if (each > 0) return each * count;
  if (from + 12 + 4 * count > to) wrongKind();
  let bytes = 0;
  for (let nth = 0; nth < count; nth++) bytes += file.readUInt32BE(from + 12 + 4 * nth);
  return bytes;
}

type Run = { readonly bytes: number; readonly units: number };
type Usual = { readonly bytes: number; readonly units: number };

/** What a sample is where its fragment does not say. */
function usualUnits(file: Buffer, moov: Box): Usual {
  const extends_ = boxesIn(file, moov).filter(({ type }) => type === 'mvex');
  const [usual] = extends_.flatMap((box) => boxesIn(file, box).filter(is('trex')));
  if (!usual) return { bytes: 0, units: 0 };
  return { units: file.readUInt32BE(usual.from + 12), bytes: file.readUInt32BE(usual.from + 16) };
}

function runsIn(file: Buffer, moof: Box, usual: Usual): Run[] {
  const fragment = boxesIn(file, one(boxesIn(file, moof), 'traf'));
  const here = usualHere(file, one(fragment, 'tfhd'), usual);
  return fragment.filter(is('trun')).map((run) => runIn(file, run, here));
}

function usualHere(file: Buffer, { from }: Box, usual: Usual): Usual {
  const says = flagsOf(file, from);
  let at = from + 8 + (says(0x01) ? 8 : 0) + (says(0x02) ? 4 : 0);
  const next = (said: boolean, else_: number) => {
    if (!said) return else_;
    at += 4;
    return file.readUInt32BE(at - 4);
  };
  return { units: next(says(0x08), usual.units), bytes: next(says(0x10), usual.bytes) };
}

function runIn(file: Buffer, { from, to }: Box, usual: Usual): Run {
  const says = flagsOf(file, from);
  const fields = [says(0x100), says(0x200), says(0x400), says(0x800)];
  const width = 4 * fields.filter(Boolean).length;
  const count = file.readUInt32BE(from + 4);
  const start = from + 8 + (says(0x01) ? 4 : 0) + (says(0x04) ? 4 : 0);
  if (start + width * count > to || (width === 0 && count > to - from)) wrongKind();
  let [bytes, units] = [0, 0];
  for (let nth = 0; nth < count; nth++) {
    const at = start + nth * width;
    units += says(0x100) ? file.readUInt32BE(at) : usual.units;
    bytes += says(0x200) ? file.readUInt32BE(at + (says(0x100) ? 4 : 0)) : usual.bytes;
  }
  return { bytes, units };
}

function flagsOf(file: Buffer, at: number): (flag: number) => boolean {
  const flags = file.readUIntBE(at + 1, 3);
  return (flag) => (flags & flag) !== 0;
}

type Stretch = { readonly from: number; readonly to: number };
type Box = Stretch & { readonly type: string };

const is = (type: string) => (box: Box) => box.type === type;

/** What lies side by side in a stretch of the file, each with its own head taken off. */
function boxesIn(file: Buffer, { from, to }: Stretch): Box[] {
  const found: Box[] = [];
  for (let at = from; at < to; ) {
    const short = file.readUInt32BE(at);
    const head = short === 1 ? 16 : 8;
    const length = short === 1 ? Number(file.readBigUInt64BE(at + 8)) : short;
    if (length < head) wrongKind();
    const end = at + length;
    if (end > file.length) throw new SoundFault('cut');
    if (end > to) wrongKind();
    found.push({ type: file.toString('latin1', at + 4, at + 8), from: at + head, to: end });
    at = end;
  }
  return found;
}

function one(boxes: readonly Box[], type: string): Box {
  const [found, ...more] = boxes.filter(is(type));
  return found && more.length === 0 ? found : wrongKind();
}

const sum = (all: readonly number[]) => all.reduce((before, each) => before + each, 0);
