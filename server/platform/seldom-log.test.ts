import { pino } from 'pino';
import { expect, test } from 'vitest';
import { makeSeldomLog } from './seldom-log.ts';

test('a kind is said at once, and then once a minute with how often it was', () => {
  const lines: unknown[] = [];
  const log = pino(
    { base: null, timestamp: false },
    { write: (line) => lines.push(JSON.parse(line)) },
  );
  let now = 1_000;
  const say = makeSeldomLog(log, { now: () => now });

  for (let nth = 0; nth < 1_000; nth++) say('refused', { status: 401 });
  say('forged');
  now += 60_000;
  say('refused', { status: 401 });

  expect(lines).toEqual([
    { level: 40, status: 401, times: 1, msg: 'refused' },
    { level: 40, times: 1, msg: 'forged' },
    { level: 40, status: 401, times: 1_000, msg: 'refused' },
  ]);
});
