import { expect, test } from 'vitest';
import {
  isNotSent,
  isUnanswered,
  type Outbound,
  type OutboundBytes,
  watchOutbound,
} from './outbound-watch.ts';

/** Readings a second apart. */
const after = (readings: readonly OutboundBytes[], everyMs = 1_000): Outbound =>
  readings.reduce<Outbound>((before, bytes, nth) => watchOutbound(before, bytes, nth * everyMs), {
    status: 'unknown',
  });
const read = (sent: number | undefined, heard: number | undefined) => ({ sent, heard });

test('DEVICE-5 sound that is sent into a dead line is noticed by the second reading, and flows again by itself', () => {
  const dying = [read(100, 50), read(200, 60), read(300, 60)];
  expect(after(dying).status).toBe('flows');
  expect(after([...dying, read(400, 60)]).status).toBe('stuck');
  expect(after([...dying, read(400, 60), read(500, 70)]).status).toBe('flows');
});

test('DEVICE-5 a microphone of which nothing leaves is noticed though much comes in', () => {
  expect(after([read(9, 1), read(9, 100), read(9, 200)]).status).toBe('stuck');
});

test('DEVICE-5 a line is made anew where nothing comes back, and not for a microphone that gives nothing', () => {
  const seconds = Array.from({ length: 9 }, (_, nth) => nth);
  expect(isUnanswered(after(seconds.map((nth) => read(nth, 1))))).toBe(true);
  expect(isUnanswered(after(seconds.slice(0, 5).map((nth) => read(nth, 1))))).toBe(false);
  expect(isUnanswered(after(seconds.map((nth) => read(1, Math.floor(nth / 3)))))).toBe(false);
});

test('DEVICE-5 a closed microphone is nobody’s trouble, and a browser that does not tell is believed', () => {
  expect(watchOutbound(after([read(1, 1), read(1, 1), read(1, 1)]), undefined, 3_000)).toEqual({
    status: 'unknown',
  });
  expect(after([read(1, undefined), read(2, undefined), read(3, undefined)]).status).toBe('flows');
  expect(after(Array.from({ length: 9 }, () => read(undefined, undefined))).status).toBe('flows');
});

test('DEVICE-5 another line, and a page that slept, begin anew', () => {
  expect(after([read(900, 900), read(0, 0), read(0, 0)]).status).toBe('flows');
  expect(after([read(1, 1), read(1, 1), read(1, 1)], 60_000).status).toBe('flows');
});

test('DEVICE-5 F8 what is not sent is said until it is sent again, and not only until one is back', () => {
  const sent = { wanted: true, connected: true, stuck: false, sends: true };
  const back = { ...sent, sends: false };
  expect(isNotSent(false, { ...back, connected: false })).toBe(true);
  expect(isNotSent(true, back), 'back, and not in the room yet').toBe(true);
  expect(isNotSent(true, sent)).toBe(false);
  expect(isNotSent(false, { ...sent, stuck: true })).toBe(true);
  expect(isNotSent(false, back), 'just pressed').toBe(false);
  expect(isNotSent(true, { ...back, wanted: false }), 'off is off').toBe(false);
});
