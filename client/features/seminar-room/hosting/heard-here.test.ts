import { expect, test } from 'vitest';
import type { PersonId } from '#shared/kernel/ids.ts';
import { isHeardHere } from './heard-here.ts';

const [me, anne, bjorn] = ['me', 'anne', 'bjorn'] as [PersonId, PersonId, PersonId];
const withMe = (personId: PersonId) => personId !== bjorn;

test('BREAKOUT-14 ROOM-6 microphones that are locked for all take nobody’s in a breakout', () => {
  for (const type of ['microphones-locked', 'microphones-unlocked'] as const) {
    expect(isHeardHere({ type, by: anne, at: 0 }, true, withMe)).toBe(false);
    expect(isHeardHere({ type, by: bjorn, at: 0 }, false, withMe)).toBe(true);
  }
});

test('BREAKOUT-14 ROOM-7 muting everybody is for those in the teacher’s own room', () => {
  for (const inBreakout of [true, false]) {
    expect(isHeardHere({ type: 'everyone-muted', by: anne, at: 0 }, inBreakout, withMe)).toBe(true);
    expect(isHeardHere({ type: 'everyone-muted', by: bjorn, at: 0 }, inBreakout, withMe)).toBe(
      false,
    );
  }
  const muted = { type: 'participant-muted', personId: me, by: bjorn, at: 0 } as const;
  expect(isHeardHere(muted, true, withMe), 'by name').toBe(true);
});
