import { expect, test } from 'vitest';
import { createOwnSources } from './own-sources.ts';

test('ROOM-8 that one may not send is said until one may, and no longer', () => {
  const own = createOwnSources(() => undefined);
  own.failed({ source: 'microphone', why: 'locked' });
  own.mayNow(['camera']);
  expect(own.trouble()).toEqual({ source: 'microphone', why: 'locked' });
  own.mayNow(['camera', 'microphone']);
  expect(own.trouble()).toBeUndefined();
  own.failed({ source: 'microphone', why: 'busy' });
  own.mayNow(['camera', 'microphone']);
  expect(own.trouble(), 'something else').toEqual({ source: 'microphone', why: 'busy' });
});

test('DEVICE-1 what is kept off is not turned on by a press, and that is said', () => {
  const why = { source: 'camera', why: 'unchanged' } as const;
  let kept = true;
  const own = createOwnSources(
    () => undefined,
    (source) => (kept && source === 'camera' ? why : undefined),
  );
  own.press('microphone', true);
  own.press('camera', true);
  expect([own.wanted('microphone'), own.wanted('camera')]).toEqual([true, false]);
  expect(own.trouble()).toEqual(why);
  kept = false;
  own.press('camera', true);
  expect([own.wanted('camera'), own.trouble()]).toEqual([true, undefined]);
});

test('ROOM-10 a microphone that was just taken counts as on, and one that its person turned off does not', () => {
  const own = createOwnSources(() => undefined);
  own.press('microphone', true);
  own.taken('microphone');
  own.taken('microphone');
  expect([own.wanted('microphone'), own.justTaken('microphone')]).toEqual([false, true]);
  own.press('microphone', true);
  own.press('microphone', false);
  own.taken('microphone');
  expect(own.justTaken('microphone')).toBe(false);
});

test('F37 PAUSE-1 on pause no press turns anything on, and back from it one presses anew', () => {
  let paused = true;
  const own = createOwnSources(
    () => undefined,
    () => undefined,
    () => paused,
  );
  for (const source of ['microphone', 'camera', 'screen'] as const) {
    own.press(source, true);
    expect(own.wanted(source)).toBe(false);
  }
  paused = false;
  expect(own.wanted('microphone')).toBe(false);
  own.press('microphone', true);
  expect(own.wanted('microphone')).toBe(true);
});
