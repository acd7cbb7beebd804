import { EBML } from './ebml.ts';
import { type OpusHead, opusHeadIn, opusMs } from './opus.ts';
import { SoundFault, wrongKind } from './sound-fault.ts';

/** One piece of sound, and when in the recording it begins. */
type Packet = { readonly atMs: number; readonly bytes: Buffer };

/** What a WebM file says, without what stands around it. */
export type Speech = {
  readonly head: OpusHead;
  /** In their order, the first at 0. */
  readonly packets: readonly Packet[];
  readonly ms: number;
};

/** Whole milliseconds, as every recorder counts. */
const TIMECODE_SCALE_NS = 1_000_000;
const AUDIO = 2;
/** Of the shortest packets there are, in the longest note; what holds more was made to be tedious. */
const ELEMENTS_MAX = 100_000;

/** Beside the sound, of no use to whoever hears it. Anything else has no place in a recording. */
const PASSED_OVER: ReadonlySet<number> = new Set([
  EBML.seekHead,
  EBML.cues,
  EBML.tags,
  EBML.void,
  EBML.crc32,
  EBML.position,
  EBML.prevSize,
]);

/**
 * Reads what a browser's recorder writes: one track, and that Opus, in blocks without lacing. Strict, since what differs is
 * no recording of ours. @throws SoundFault
 */
export function readWebm(file: Buffer): Speech {
  const [header, segment, ...more] = elementsIn(file, 0, file.length);
  if (header?.id !== EBML.header || segment?.id !== EBML.segment || more.length > 0) wrongKind();
  if (textIn(file, childOf(file, header, EBML.docType)) !== 'webm') wrongKind();

  let track: Track | null = null;
  let clusterMs = 0;
  const packets: Packet[] = [];
  // A recorder does not know how long a cluster will be: what is in it is read as if it stood beside it.
  for (const element of elementsIn(file, segment.from, segment.to)) {
    if (element.id === EBML.info) checkScale(file, element);
    else if (element.id === EBML.tracks) track = trackIn(file, element, track);
    else if (element.id === EBML.timecode) clusterMs = numberIn(file, element);
    else if (element.id === EBML.simpleBlock || element.id === EBML.blockGroup) {
      const block = element.id === EBML.blockGroup ? childOf(file, element, EBML.block) : element;
      packets.push(packetIn(file, block, track ?? wrongKind(), clusterMs));
    } else if (element.id !== EBML.cluster && !PASSED_OVER.has(element.id)) wrongKind();
  }
  const { head } = track ?? wrongKind();
  return fromZero(head, packets);
}

function fromZero(head: OpusHead, packets: readonly Packet[]): Speech {
  const [first] = packets;
  const last = packets.at(-1);
  if (!first || !last) throw new SoundFault('empty');
  const inOrder = packets.every(({ atMs }, nth) => atMs >= (packets[nth - 1]?.atMs ?? 0));
  if (!inOrder) wrongKind();
  const sounding = packets.reduce((sum, { bytes }) => sum + opusMs(bytes), 0);
  const ms = Math.max(sounding, last.atMs + opusMs(last.bytes) - first.atMs);
  return {
    head,
    packets: packets.map(({ atMs, bytes }) => ({ atMs: atMs - first.atMs, bytes })),
    ms,
  };
}

type Track = { readonly nth: number; readonly head: OpusHead };

function trackIn(file: Buffer, tracks: Element, before: Track | null): Track {
  const [entry, ...more] = elementsIn(file, tracks.from, tracks.to).filter(
    ({ id }) => id === EBML.trackEntry,
  );
  if (before || !entry || more.length > 0) return wrongKind();
  if (numberIn(file, childOf(file, entry, EBML.trackType)) !== AUDIO) wrongKind();
  if (textIn(file, childOf(file, entry, EBML.codecId)) !== 'A_OPUS') wrongKind();
  const { from, to } = childOf(file, entry, EBML.codecPrivate);
  const nth = numberIn(file, childOf(file, entry, EBML.trackNumber));
  return { nth, head: opusHeadIn(file.subarray(from, to)) };
}

function checkScale(file: Buffer, info: Element): void {
  if (numberIn(file, childOf(file, info, EBML.timecodeScale)) !== TIMECODE_SCALE_NS) wrongKind();
}

/** A block: its track, when it is since its cluster's time, its flags, and a packet. */
function packetIn(file: Buffer, { from, to }: Element, track: Track, clusterMs: number): Packet {
  const nth = lengthAt(file, from);
  const at = from + nth.bytes;
  const atMs = clusterMs + file.readInt16BE(at);
  const isLaced = (file.readUInt8(at + 2) & 0x06) !== 0;
  if (nth.value !== track.nth || isLaced || atMs < 0) wrongKind();
  const bytes = file.subarray(at + 3, to);
  opusMs(bytes);
  return { atMs, bytes };
}

type Element = { readonly id: number; readonly from: number; readonly to: number };

/** What lies side by side in a stretch of the file. One that goes beyond it was cut, or made up. */
function elementsIn(file: Buffer, from: number, to: number): Element[] {
  const found: Element[] = [];
  for (let at = from; at < to; ) {
    const id = idAt(file, at);
    const length = lengthAt(file, at + id.bytes);
    const start = at + id.bytes + length.bytes;
    const isCluster = id.value === EBML.cluster;
    const isOpen = length.value === null;
    if (isOpen && !isCluster && id.value !== EBML.segment) wrongKind();
    const end = length.value === null ? to : start + length.value;
    if (end > file.length) throw new SoundFault('cut');
    if (end > to) wrongKind();
    if (found.length === ELEMENTS_MAX) wrongKind();
    found.push({ id: id.value, from: start, to: end });
    at = isCluster ? start : end;
  }
  return found;
}

function childOf(file: Buffer, { from, to }: Element, id: number): Element {
  const [child, ...more] = elementsIn(file, from, to).filter((one) => one.id === id);
  return child && more.length === 0 ? child : wrongKind();
}

/** An id: as many bytes as there are zeros before its first one, and one more; four at most. */
function idAt(file: Buffer, at: number): { readonly value: number; readonly bytes: number } {
  const bytes = widthOf(file, at);
  if (bytes > 4) wrongKind();
  return { value: file.readUIntBE(at, bytes), bytes };
}

/** A length, likewise, without its first one. Null: not known when it was written. */
function lengthAt(
  file: Buffer,
  at: number,
): { readonly value: number | null; readonly bytes: number } {
  const bytes = widthOf(file, at);
  let value = file.readUInt8(at) & (0xff >> bytes);
  let isOpen = value === 0xff >> bytes;
  for (let nth = 1; nth < bytes; nth++) {
    const next = file.readUInt8(at + nth);
    value = value * 256 + next;
    isOpen &&= next === 0xff;
  }
  return { value: isOpen ? null : value, bytes };
}

function widthOf(file: Buffer, at: number): number {
  const width = Math.clz32(file.readUInt8(at)) - 23;
  return width > 8 ? wrongKind() : width;
}

function numberIn(file: Buffer, { from, to }: Element): number {
  const bytes = to - from;
  return bytes >= 1 && bytes <= 6 ? file.readUIntBE(from, bytes) : wrongKind();
}

const textIn = (file: Buffer, { from, to }: Element) =>
  file.toString('latin1', from, to).replace(/\0+$/u, '');
