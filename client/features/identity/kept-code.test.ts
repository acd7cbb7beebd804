import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MINUTE_MS } from '#shared/kernel/duration.ts';
import { codeOnItsWay } from './kept-code.ts';

let kept: Map<string, string>;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 8, 28, 8) });
  kept = new Map();
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('F85 where the code was sent is known for as long as the code lives, and is then gone by itself', () => {
  codeOnItsWay.keep('kari@example.org');
  vi.advanceTimersByTime(10 * MINUTE_MS - 1);
  expect(codeOnItsWay.email()).toBe('kari@example.org');
  vi.advanceTimersByTime(1);
  expect(kept.size).toBe(0);
});

test('F85 a newer code keeps the step for its own ten minutes', () => {
  codeOnItsWay.keep('kari@example.org');
  vi.advanceTimersByTime(6 * MINUTE_MS);
  codeOnItsWay.keep('kari@example.org');
  vi.advanceTimersByTime(6 * MINUTE_MS);
  expect(codeOnItsWay.email()).toBe('kari@example.org');
});

test('F85 what ended while the tab was away, or is not ours, is taken away', () => {
  for (const value of ['{"email":"kari@example.org","endsAt":1}', '{', '[]']) {
    kept.set('mellom.code-sent', value);
    expect(codeOnItsWay.email()).toBeUndefined();
    expect(kept.size).toBe(0);
  }
});

test('a browser that keeps nothing is no trouble', () => {
  vi.stubGlobal('sessionStorage', undefined);
  codeOnItsWay.keep('kari@example.org');
  expect(codeOnItsWay.email()).toBeUndefined();
});
