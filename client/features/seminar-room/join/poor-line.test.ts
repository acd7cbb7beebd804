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
  readonly sentLost?: number;
  readonly cpu?: boolean;
  /** How late each reading comes. */
  readonly lateMs?: number;
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
    sentLostShare: 0,
    limitedByCpu: false,
    heldBack: false,
  },
};

/** Watches the line for so long. */
function after(seconds: number, shown: Shown, from: Seen = START): Seen {
  let seen = from;
  const everyMs = EVERY_MS + (shown.lateMs ?? 0);
  for (let ms = 0; ms < seconds * 1_000; ms += everyMs) {
    const before = seen.reading;
    const reading: LineReading = {
      receivedBytes: before.receivedBytes + (shown.receives * everyMs) / 8_000,
      canSendBitsPerSecond: shown.canSend ?? null,
      packets: before.packets + 100,
      packetsLost: before.packetsLost + (shown.lost ?? 0),
      roundTripMs: shown.roundTripMs ?? 20,
      sentLostShare: shown.sentLost ?? 0,
      limitedByCpu: shown.cpu ?? false,
      heldBack: shown.heldBack ?? false,
    };
    const at = seen.at + everyMs;
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
  for (const strain of [{ roundTripMs: 100 }, { sentLost: 0.02 }]) {
    const thin = { receives: 2_000_000, ...strain };
    const sending = (canSend: number) =>
      gaveWay(after(14, { ...thin, canSend }, after(2, { receives: 2_000_000 })));
    expect([strain, sending(130_000), sending(300_000)]).toEqual([strain, true, false]);
  }
});

test('F6 what is tried for every few seconds is strain enough on a line that cannot send', () => {
  const thin = { receives: 2_000_000, canSend: 130_000 };
  let seen = after(2, thin);
  for (let n = 0; n < 3; n++) seen = after(4, thin, after(2, { ...thin, sentLost: 0.05 }, seen));
  expect(gaveWay(seen)).toBe(true);
});

test('F6 a busy machine is not a thin line: nothing is lost and nothing waits, or the machine is the limit', () => {
  const little = { receives: 2_000_000, canSend: 70_000 };
  expect(gaveWay(after(60, little)), 'no loss and a short way').toBe(false);
  expect(gaveWay(after(60, { ...little, sentLost: 0.05, cpu: true })), 'cpu').toBe(false);
  const begun = after(2, little);
  const busy = { ...little, roundTripMs: 500, lateMs: 2_000 };
  expect(gaveWay(after(60, busy, begun)), 'read late, the way only seems long').toBe(false);
  const fewer = { receives: 200_000, heldBack: true, quality: 'poor', lost: 6 } as const;
  const started = after(2, { receives: 200_000 });
  expect(gaveWay(after(60, { ...fewer, lateMs: 2_000 }, started)), 'read late').toBe(false);
  const slow = { ...fewer, lost: 0, cpu: true };
  expect(gaveWay(after(60, slow, started)), 'LiveKit blames the line').toBe(false);
  expect(gaveWay(after(60, { ...slow, lost: 6 }, started)), 'and much is lost').toBe(true);
  const once = after(2, { ...little, roundTripMs: 500 }, begun);
  expect(gaveWay(after(20, little, once)), 'one sign alone').toBe(false);
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
