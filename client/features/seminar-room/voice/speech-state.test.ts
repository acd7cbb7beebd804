import { expect, test } from 'vitest';
import type { BreakoutId, PersonId } from '#shared/kernel/ids.ts';
import {
  chooseRoom,
  nextSpeech,
  occupied,
  SILENT,
  type SpeechEvent,
  type SpeechState,
} from './speech-state.ts';

const [one, two, three] = ['one', 'two', 'three'] as BreakoutId[] as [
  BreakoutId,
  BreakoutId,
  BreakoutId,
];
const after = (...events: SpeechEvent[]): SpeechState => events.reduce(nextSpeech, SILENT);
const pressed: SpeechEvent = { type: 'pressed', to: [one, two] };

test('BREAKOUT-13 one is on the air when rooms hear it, and not before', () => {
  expect(after(pressed)).toEqual({ status: 'opening', to: [one, two] });
  expect(after(pressed, { type: 'heard', by: [one, two] })).toEqual({
    ...{ status: 'on-air', to: [one, two] },
  });
  expect(after(pressed, { type: 'heard', by: [two] }), 'one could not be reached').toEqual({
    ...{ status: 'on-air', to: [two] },
  });
  expect(after(pressed, { type: 'heard', by: [] })).toBe(SILENT);
  expect(after({ type: 'pressed', to: [] })).toBe(SILENT);
});

test('BREAKOUT-13 a line that ends takes its room along, and the last one the speech', () => {
  const onAir: SpeechEvent[] = [pressed, { type: 'heard', by: [one, two] }];
  expect(after(...onAir, { type: 'line-ended', of: one })).toEqual({
    ...{ status: 'on-air', to: [two] },
  });
  expect(after(...onAir, { type: 'line-ended', of: one }, { type: 'line-ended', of: two })).toBe(
    SILENT,
  );
});

test('BREAKOUT-13 stopped while the lines come up, nothing goes on the air', () => {
  expect(after(pressed, { type: 'stopped' }, { type: 'heard', by: [one] })).toBe(SILENT);
  expect(after(pressed, { type: 'heard', by: [one] }, pressed), 'pressed twice').toEqual({
    ...{ status: 'on-air', to: [one] },
  });
});

test('BREAKOUT-13 no more rooms are chosen than a voice reaches', () => {
  expect(chooseRoom([one], two, true, 2)).toEqual([one, two]);
  expect(chooseRoom([one, two], three, true, 2)).toEqual([one, two]);
  expect(chooseRoom([one, two], one, false, 2)).toEqual([two]);
  expect(chooseRoom([one], one, true, 2)).toEqual([one]);
});

test('BREAKOUT-13 an empty room is not offered', () => {
  const inside = ['kari'] as PersonId[];
  expect(
    occupied([
      { id: one, inside: [] },
      { id: two, inside },
    ]),
  ).toEqual([two]);
});
