import { expect, test } from 'vitest';
import type { JoinState } from './join-state.ts';
import { NOTHING_SPOKEN, speakOfLine } from './spoken-line.ts';

type Step = JoinState['status'] | 'gone, mending' | 'gone, rejoining';

/** What is said along the way, in order. */
function heard(...steps: readonly Step[]): readonly string[] {
  let told = NOTHING_SPOKEN;
  return steps.flatMap((step) => {
    const [status, gone] = [step.replace('gone, ', ''), step.startsWith('gone')];
    const next = speakOfLine(told, status as JoinState['status'], gone);
    told = next.told;
    return next.news ?? [];
  });
}

test('F2 that one is in the sound is said once, also when it was not ready at first', () => {
  expect(heard('connecting', 'in-room', 'in-room')).toEqual(['joined']);
  expect(heard('connecting', 'unavailable', 'connecting', 'in-room')).toEqual(['joined']);
});

test('F8 ROOM-5 whoever was in when the media server hung hears that the sound is back, and not that they come in silent', () => {
  const hung: Step[] = ['mending', 'gone, mending', 'gone, rejoining', 'unavailable', 'connecting'];
  expect(heard('in-room', ...hung, 'in-room')).toEqual(['joined', 'lost', 'back']);
  const toldAtOnce: Step[] = ['mending', 'rejoining', 'unavailable', 'connecting'];
  expect(heard('in-room', ...toldAtOnce, 'in-room')).toEqual(['joined', 'back']);
});

test('F8 ROOM-5 an outage interrupts once, whatever states and attempts it goes through', () => {
  const killed: Step[] = ['gone, mending', 'gone, rejoining', 'rejoining', 'gone, rejoining'];
  expect(heard('in-room', ...killed, 'in-room', 'gone, mending')).toEqual([
    'joined',
    'lost',
    'back',
    'lost',
  ]);
});

test('F8 ROOM-5 what was over before it was noticed is not spoken of', () => {
  expect(heard('in-room', 'mending', 'rejoining', 'in-room')).toEqual(['joined']);
});

test('CLOSED-4 whoever was locked out, elsewhere or at an end comes in anew', () => {
  for (const out of ['locked', 'elsewhere', 'ended'] as const)
    expect(heard('in-room', 'gone, mending', out, 'connecting', 'in-room')).toEqual([
      'joined',
      'lost',
      'joined',
    ]);
});
