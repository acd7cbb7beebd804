import { SoundFault, wrongKind } from './sound-fault.ts';

/** What one needs to know before the first packet (RFC 7845, 5.1). */
export type OpusHead = { readonly channels: number; readonly preSkip: number };

export const OPUS_RATE = 48_000;
const LONGEST_PACKET_MS = 120;

/** Reads it. One or two channels as they come: a voice has no more. @throws SoundFault */
export function opusHeadIn(bytes: Buffer): OpusHead {
  if (bytes.length !== 19 || bytes.toString('latin1', 0, 8) !== 'OpusHead') return wrongKind();
  const [version, channels, family] = [bytes[8] ?? 0, bytes[9] ?? 0, bytes[18]];
  if (version > 15 || channels < 1 || channels > 2 || family !== 0) return wrongKind();
  return { channels, preSkip: bytes.readUInt16LE(10) };
}

/** The same, as we write it: neither louder nor softer than it was spoken. */
export function opusHead({ channels, preSkip }: OpusHead): Buffer {
  const bytes = Buffer.alloc(19);
  bytes.write('OpusHead', 'latin1');
  bytes.writeUInt8(1, 8);
  bytes.writeUInt8(channels, 9);
  bytes.writeUInt16LE(preSkip, 10);
  bytes.writeUInt32LE(OPUS_RATE, 12);
  return bytes;
}

/** How long a packet sounds, by its first byte (RFC 6716, 3.1). @throws SoundFault */
export function opusMs(packet: Buffer): number {
  const [first, second] = packet;
  if (first === undefined) throw new SoundFault('cut');
  const frames = framesIn(first & 3, second);
  const isEven = (first & 3) !== 1 || packet.length % 2 === 1;
  const ms = frames * frameMs(first >> 3);
  return isEven && ms > 0 && ms <= LONGEST_PACKET_MS ? ms : wrongKind();
}

function framesIn(code: number, second: number | undefined): number {
  if (code === 0) return 1;
  if (code < 3) return 2;
  return (second ?? 0) & 0x3f;
}

function frameMs(config: number): number {
  if (config < 12) return [10, 20, 40, 60][config & 3] ?? 0;
  if (config < 16) return [10, 20][config & 1] ?? 0;
  return [2.5, 5, 10, 20][config & 3] ?? 0;
}
