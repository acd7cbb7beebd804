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
