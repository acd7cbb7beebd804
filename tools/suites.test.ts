import { afterEach, expect, test, vi } from 'vitest';
import { summarise } from './suites.ts';

afterEach(() => void vi.restoreAllMocks());

test('what passes at the second try only is named in the last lines, over the sum, and fails nothing', () => {
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line) => void lines.push(line));
  const suite = { name: 'journeys', passed: 3, failed: 0, skipped: 0, tookMs: 1_000 };
  expect(summarise([{ ...suite, flaky: ['journeys/chat.spec.ts › hears'] }])).toBe(0);
  expect(lines.slice(-2)).toEqual([
    '!! passed at the second try only: journeys/chat.spec.ts › hears',
    '3 passed, 0 failed',
  ]);
});

test('what failed is named there too, before what needed a second try', () => {
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line) => void lines.push(line));
  const suite = { name: 'faults', passed: 3, failed: 1, skipped: 0, tookMs: 1_000 };
  expect(summarise([{ ...suite, failures: ['kill › X1'], flaky: ['kill › X2'] }])).toBe(1);
  expect(lines.slice(-3)).toEqual([
    '!! failed: kill › X1',
    '!! passed at the second try only: kill › X2',
    '3 passed, 1 failed',
  ]);
});

test('what went wrong outside any test is said in the last lines too', () => {
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line) => void lines.push(line));
  const suite = { name: 'journeys', passed: 3, failed: 1, skipped: 0, tookMs: 1_000 };
  expect(summarise([{ ...suite, outside: ['The server did not stop well (1)'] }])).toBe(1);
  expect(lines.slice(-2)).toEqual([
    '!! outside any test: The server did not stop well (1)',
    '3 passed, 1 failed',
  ]);
});
