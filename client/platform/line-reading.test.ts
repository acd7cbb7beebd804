import { expect, test } from 'vitest';
import { bytesIn, readingOf, signsOfLife } from './line-reading.ts';

const OLD = { type: 'candidate-pair', nominated: true, bytesReceived: 7, currentRoundTripTime: 2 };
const USED = {
  type: 'candidate-pair',
  nominated: true,
  bytesReceived: 5_000,
  currentRoundTripTime: 0.04,
  availableOutgoingBitrate: 300_000,
};
const PICTURE = { type: 'inbound-rtp', kind: 'video', packetsReceived: 90, packetsLost: 3 };

test('F6 the way that is used is read, and not one from before', () => {
  const transport = { type: 'transport', selectedCandidatePairId: 'used', bytesReceived: 9_000 };
  const report = new Map<string, object>([
    ['old', OLD],
    ['used', USED],
    ['transport', transport],
    ['picture', PICTURE],
  ]) as never;
  const own = new Map<string, object>([
    ['large', { type: 'outbound-rtp', kind: 'video', qualityLimitationReason: 'cpu' }],
    ['small', { type: 'outbound-rtp', kind: 'video', qualityLimitationReason: 'none' }],
    ['told', { type: 'remote-inbound-rtp', kind: 'video', fractionLost: 0.25 }],
    ['sound', { type: 'remote-inbound-rtp', kind: 'audio', fractionLost: 0.5 }],
  ]) as never;
  expect(readingOf(report, { heldBack: true, own })).toEqual({
    receivedBytes: 9_000,
    canSendBitsPerSecond: 300_000,
    packets: 90,
    packetsLost: 3,
    roundTripMs: 40,
    sentLostShare: 0.25,
    limitedByCpu: true,
    heldBack: true,
  });
});

test('F6 what could be sent counts only while pictures are sent', () => {
  const report = new Map([['used', USED]]) as never;
  expect(readingOf(report, { heldBack: false, own: undefined })).toMatchObject({
    canSendBitsPerSecond: null,
    sentLostShare: 0,
    limitedByCpu: false,
  });
});

test('F6 a line that is not up has no reading', () => {
  expect(
    readingOf(new Map([['picture', PICTURE]]) as never, { heldBack: false, own: undefined }),
  ).toBe(null);
});

test('DEVICE-5 a media server that answers on another way than the selected one is heard all the same', () => {
  const transport = { type: 'transport', selectedCandidatePairId: 'used', bytesReceived: 9_000 };
  const other = { type: 'candidate-pair', bytesReceived: 8_851, responsesReceived: 4 };
  const used = { ...USED, bytesReceived: 149, responsesReceived: 3 };
  const pairs = [
    ['used', used],
    ['other', other],
  ] as const;
  expect(bytesIn(new Map<string, object>([...pairs, ['line', transport]]) as never)).toBe(9_000);
  // Firefox tells of the ways alone.
  expect(bytesIn(new Map<string, object>(pairs) as never)).toBe(9_000);
  expect(signsOfLife(new Map<string, object>(pairs) as never)).toBe(9_007);
  expect(bytesIn(new Map([['picture', PICTURE]]) as never), 'not up').toBeUndefined();
});
