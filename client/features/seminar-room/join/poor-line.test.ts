import { expect, test } from 'vitest';
import type { LineReading, MediaQuality } from '../../../platform/media-line.ts';
import { FRESH_LINE, isTooPoor, type LineWatch, watchLine } from './poor-line.ts';

const EVERY_MS = 2_000;

/** What a line shows that carries so much all the time. */
type Shown = {
  readonly receives: number;
  readonly canSend?: number;
  readonly roundTripMs?: number;
  readonly lost?: number;
  readonly quality?: MediaQuality;
  readonly heldBack?: boolean;
};

type Seen = { readonly watch: LineWatch; readonly at: number; readonly reading: LineReading };
const START: Seen = {
  watch: FRESH_LINE,
  at: 0,
  reading: {
    receivedBytes: 0,
    canSendBitsPerSecond: null,
    packets: 0,
    packetsLost: 0,
    roundTripMs: 10,
    heldBack: false,
  },
};

/** Watches the line for so long. */
function after(seconds: number, shown: Shown, from: Seen = START): Seen {
  let seen = from;
  for (let ms = 0; ms < seconds * 1_000; ms += EVERY_MS) {
    const before = seen.reading;
    const reading: LineReading = {
      receivedBytes: before.receivedBytes + (shown.receives * EVERY_MS) / 8_000,
      canSendBitsPerSecond: shown.canSend ?? null,
      packets: before.packets + 100,
      packetsLost: before.packetsLost + (shown.lost ?? 0),
      roundTripMs: shown.roundTripMs ?? 20,
      heldBack: shown.heldBack ?? false,
    };
    const at = seen.at + EVERY_MS;
    const watch = watchLine(seen.watch, reading, shown.quality ?? 'good', at);
    seen = { watch, at, reading };
  }
  return seen;
}
const gaveWay = ({ watch, at }: Seen) => isTooPoor(watch, at);

test('F6 ten seconds below 256 kbit/s under strain are too poor for pictures', () => {
  for (const strain of [
    { roundTripMs: 400 },
    { lost: 6 },
    { heldBack: true },
    { quality: 'poor' },
  ] as const) {
    const thin = { receives: 200_000, ...strain };
    const begun = after(2, { receives: 200_000 });
    expect([strain, gaveWay(after(10, thin, begun))]).toEqual([strain, false]);
    expect([strain, gaveWay(after(14, thin, begun))]).toEqual([strain, true]);
  }
});

test('F6 a line that carries 256 kbit/s keeps its pictures, however strained', () => {
  expect(gaveWay(after(60, { receives: 260_000, roundTripMs: 800, lost: 10 }))).toBe(false);
});

test('F6 little that comes in over an easy line is no sign: people send little', () => {
  expect(gaveWay(after(60, { receives: 40_000 }))).toBe(false);
});

test('F6 a line that cannot send 256 kbit/s while it sends pictures is too poor', () => {
  expect(gaveWay(after(14, { receives: 2_000_000, canSend: 130_000 }))).toBe(true);
  expect(gaveWay(after(14, { receives: 2_000_000, canSend: 300_000 }))).toBe(false);
});

test('F6 a break in the poor line begins the ten seconds anew', () => {
  const thin = { receives: 150_000, roundTripMs: 500 };
  const broken = after(2, { receives: 900_000 }, after(8, thin));
  expect(gaveWay(after(8, thin, broken))).toBe(false);
});

test('F6 the media server sends less after each strain, and the line is no better for it', () => {
  let seen = after(2, { receives: 200_000 });
  for (let n = 0; n < 3; n++) {
    seen = after(4, { receives: 180_000 }, after(2, { receives: 200_000, lost: 20 }, seen));
  }
  expect(gaveWay(seen)).toBe(true);
});

test('F6 without pictures there is nothing to give', () => {
  const { watch } = after(8, { receives: 100_000, lost: 20 });
  expect(watchLine(watch, null, 'poor', 60_000)).toEqual(FRESH_LINE);
});
