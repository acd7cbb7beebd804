import { afterEach, expect, test, vi } from 'vitest';
import { flakyOnes, retriedOnes, root, summarise } from './suites.ts';

afterEach(() => void vi.restoreAllMocks());

const spec = (title: string, status: string) => ({
  title,
  file: 'journeys/chat.spec.ts',
  tests: [{ status, results: [{ error: { message: '\u001b[31mno\u001b[39m\n  answer' } }, {}] }],
});

test('a journey that passes at its second try is found, however deep it lies', () => {
  const report = {
    suites: [
      { specs: [spec('says', 'expected'), spec('hears', 'flaky')] },
      { suites: [{ specs: [spec('is quiet', 'unexpected'), spec('comes back', 'flaky')] }] },
    ],
  };
  expect(flakyOnes(report)).toEqual([
    'journeys/chat.spec.ts › hears: no answer',
    'journeys/chat.spec.ts › comes back: no answer',
  ]);
});

test('so is a test that is not a journey', () => {
  const one = (fullName: string, status: string, failureMessages: string[]) => ({
    ...{ fullName, status, failureMessages },
  });
  const report = {
    testResults: [
      {
        name: `${root}/server/kill.fault.test.ts`,
        assertionResults: [
          one('X1 twenty kills', 'passed', ['the port was taken']),
          one('a cut line', 'passed', []),
          one('X3 a full disk', 'failed', ['nothing was said']),
        ],
      },
    ],
  };
  expect(retriedOnes(report)).toEqual(['server/kill.fault.test.ts › X1 twenty kills']);
});

test('it is named in the last lines, over the sum, and fails nothing', () => {
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line) => void lines.push(line));
  const suite = { name: 'journeys', passed: 3, failed: 0, skipped: 0, tookMs: 1_000 };
  expect(summarise([{ ...suite, flaky: ['journeys/chat.spec.ts › hears'] }])).toBe(0);
  expect(lines.slice(-2)).toEqual([
    '!! passed at the second try only: journeys/chat.spec.ts › hears',
    '3 passed, 0 failed',
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
