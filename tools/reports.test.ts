import { expect, test } from 'vitest';
import * as reports from './reports.ts';
import { root } from './root.ts';

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
  expect(reports.flakyJourneys(report)).toEqual([
    'journeys/chat.spec.ts › hears: no answer',
    'journeys/chat.spec.ts › comes back: no answer',
  ]);
  expect(reports.failedJourneys(report)).toEqual(['journeys/chat.spec.ts › is quiet: no answer']);
});

const one = (fullName: string, status: string, failureMessages: string[] = []) => ({
  ...{ fullName, status, failureMessages },
});
const file = (name: string, status: string, ...assertionResults: ReturnType<typeof one>[]) => ({
  ...{ name: `${root}/server/${name}.fault.test.ts`, status, assertionResults },
});
const report = {
  testResults: [
    file('kill', 'failed', one('X1', 'passed', ['the port']), one('X3', 'failed', ['nothing'])),
    file('rooms', 'failed', one('ROOM-1', 'passed'), one('ROOM-2', 'pending')),
    file('lines', 'passed', one('X7', 'passed')),
  ],
};

test('so is a test that is not a journey, and one that failed', () => {
  expect(reports.retriedTests(report)).toEqual(['server/kill.fault.test.ts › X1: the port']);
  expect(reports.failedTests(report)).toEqual([
    'server/kill.fault.test.ts › X3: nothing',
    'server/rooms.fault.test.ts',
  ]);
});

test('a file whose process ended under it has failed, though none of its tests did', () => {
  expect(reports.failedOutside(report)).toEqual(['server/rooms.fault.test.ts']);
  expect(reports.countTests(report)).toEqual({ passed: 3, failed: 2, skipped: 1 });
});

test('and counts as it came out when it was run once more', () => {
  const again = {
    testResults: [file('rooms', 'passed', one('ROOM-1', 'passed'), one('ROOM-2', 'passed'))],
  };
  const both = reports.inPlaceOf(report, ['server/rooms.fault.test.ts'], again);
  expect(reports.countTests(both)).toEqual({ passed: 4, failed: 1, skipped: 0 });
  expect(reports.inPlaceOf(report, [], report)).toEqual(report);
});
