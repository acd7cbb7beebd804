import { EBML } from './ebml.ts';
import { OPUS_RATE, opusHead } from './opus.ts';
import type { Speech } from './webm-reading.ts';

/** What one can go to at once: a player looks a cluster up, and plays from there. */
const CLUSTER_MS = 2_000;
const SEEK_PRE_ROLL_NS = 80_000_000;
const NS_PER_S = 1e9;
const APP = 'mellom';

/**
 * Writes speech as a WebM file of our own. It says how long it is and where what lies, which a recorder cannot: it did not know.
 * Without it a browser neither shows how long a note is nor goes to a place in it.
 */
export function writeWebm({ head, packets, ms }: Speech): Buffer {
  const header = element(EBML.header, [
    uint(0x4286, 1),
    uint(0x42f7, 1),
    uint(0x42f2, 4),
    uint(0x42f3, 8),
    text(EBML.docType, 'webm'),
    uint(0x4287, 4),
    uint(0x4285, 2),
  ]);
  const info = element(EBML.info, [
    uint(EBML.timecodeScale, 1_000_000),
    float(EBML.duration, ms),
    text(EBML.muxingApp, APP),
    text(EBML.writingApp, APP),
  ]);
  const tracks = element(EBML.tracks, [
    element(EBML.trackEntry, [
      uint(EBML.trackNumber, 1),
      uint(EBML.trackUid, 1),
      uint(EBML.trackType, 2),
      text(EBML.codecId, 'A_OPUS'),
      element(EBML.codecPrivate, [opusHead(head)]),
      uint(EBML.codecDelay, Math.round((head.preSkip * NS_PER_S) / OPUS_RATE)),
      uint(EBML.seekPreRoll, SEEK_PRE_ROLL_NS),
      element(EBML.audio, [
        float(EBML.samplingFrequency, OPUS_RATE),
        uint(EBML.channels, head.channels),
      ]),
    ]),
  ]);
  const clusters = clustersOf(packets);
  const cuesAt = info.length + tracks.length;
  // Its length does not hang on what stands in it: all its numbers are as wide.
  const cuesBytes = cuesOf(clusters, 0).length;
  const cues = cuesOf(clusters, cuesAt + cuesBytes);
  const body = clusters.map(({ bytes }) => bytes);
  return Buffer.concat([header, element(EBML.segment, [info, tracks, cues, ...body])]);
}

type Cluster = { readonly atMs: number; readonly bytes: Buffer };

function clustersOf(packets: Speech['packets']): Cluster[] {
  const byCluster = Map.groupBy(packets, ({ atMs }) => Math.floor(atMs / CLUSTER_MS));
  return [...byCluster.values()].map((some) => {
    const atMs = some[0]?.atMs ?? 0;
    const blocks = some.map((packet) => {
      const start = Buffer.from([0x81, 0, 0, 0x80]);
      start.writeInt16BE(packet.atMs - atMs, 1);
      return element(EBML.simpleBlock, [start, packet.bytes]);
    });
    return { atMs, bytes: element(EBML.cluster, [uint(EBML.timecode, atMs), ...blocks]) };
  });
}

function cuesOf(clusters: readonly Cluster[], firstAt: number): Buffer {
  let at = firstAt;
  return element(
    EBML.cues,
    clusters.map(({ atMs, bytes }) => {
      const here = at;
      at += bytes.length;
      return element(EBML.cuePoint, [
        uint(EBML.cueTime, atMs),
        element(EBML.cueTrackPositions, [
          uint(EBML.cueTrack, 1),
          uint(EBML.cueClusterPosition, here),
        ]),
      ]);
    }),
  );
}

function element(id: number, content: readonly Buffer[]): Buffer {
  const name = Buffer.alloc(4);
  name.writeUInt32BE(id);
  const body = Buffer.concat(content);
  const length = Buffer.alloc(8);
  length.writeUInt32BE(body.length, 4);
  length[0] = 0x01;
  return Buffer.concat([name.subarray(name.findIndex((byte) => byte !== 0)), length, body]);
}

/** Six bytes, whatever it is. */
function uint(id: number, value: number): Buffer {
  const bytes = Buffer.alloc(6);
  bytes.writeUIntBE(value, 0, 6);
  return element(id, [bytes]);
}

function float(id: number, value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return element(id, [bytes]);
}

const text = (id: number, value: string) => element(id, [Buffer.from(value, 'latin1')]);
