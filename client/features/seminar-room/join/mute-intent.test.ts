import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MediaPeer } from '../../../platform/media-line.ts';
import { type IntentEvent, type OwnSource, SILENT, toSwitch, wish } from './mute-intent.ts';

const sending = (...sources: OwnSource[]): MediaPeer => ({
  identity: 'me:tab',
  quality: 'good',
  unreadable: false,
  tracks: sources.map((source) => ({ source, muted: false, received: true, heldBack: false })),
});

const source = fc.constantFrom<OwnSource>('microphone', 'camera', 'screen');
const event: fc.Arbitrary<IntentEvent> = fc.oneof(
  fc.record({ type: fc.constant('pressed' as const), source, on: fc.boolean() }),
  fc.record({ type: fc.constant('taken' as const), source }),
  fc.record({ type: fc.constantFrom('sound-only' as const, 'joined-anew' as const) }),
);

test('F2 only a press turns anything on', () => {
  fc.assert(
    fc.property(fc.array(event), event, (before, last) => {
      const intent = before.reduce(wish, SILENT);
      const after = wish(intent, last);
      for (const one of ['microphone', 'camera', 'screen'] as const) {
        if (intent[one] || !after[one]) continue;
        expect(last).toEqual({ type: 'pressed', source: one, on: true });
      }
    }),
  );
});

test('F8 whoever muted during a drop is muted again when the line comes back live', () => {
  const intent = wish(SILENT, { type: 'pressed', source: 'microphone', on: false });
  expect(toSwitch(intent, sending('microphone'))).toEqual([{ source: 'microphone', on: false }]);
});

test('F8 whoever spoke is heard again, and a shared screen must be chosen again', () => {
  let intent = wish(SILENT, { type: 'pressed', source: 'microphone', on: true });
  intent = wish(intent, { type: 'pressed', source: 'screen', on: true });
  intent = wish(intent, { type: 'joined-anew' });
  expect(toSwitch(intent, sending())).toEqual([{ source: 'microphone', on: true }]);
});

test('what should stop stops before anything starts', () => {
  const intent = wish(SILENT, { type: 'pressed', source: 'microphone', on: true });
  expect(toSwitch(intent, sending('camera')).map(({ on }) => on)).toEqual([false, true]);
});
