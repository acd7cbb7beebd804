import { expect, test } from 'vitest';
import { failureOf, troubleOf } from './trouble.ts';

test('the network is blamed only where the device says that it is gone', () => {
  expect(troubleOf('try-again', true)).toBe('server');
  expect(troubleOf('fault', true)).toBe('server');
  expect(troubleOf('offline', true)).toBe('no-answer');
  expect(troubleOf('offline', false)).toBe('no-net');
});

test('what comes too late blames neither the network nor us: the device cannot know which it is', () => {
  const late = failureOf(new DOMException('timed out', 'TimeoutError'));
  expect(troubleOf(late, true)).toBe('no-answer');
});

test('a proxy that answers for the server is no lost network', () => {
  expect(failureOf(new SyntaxError('<html>'))).toBe('try-again');
  expect(failureOf(new TypeError('Failed to fetch'))).toBe('offline');
});
