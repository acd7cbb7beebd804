import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** In Solid as a browser runs it: under Node Solid is another build. */
const REFUSED = `
  import { mock } from 'node:test';
  import { createRoot } from 'solid-js';
  import { createNotices } from './notices.ts';

  mock.timers.enable({ apis: ['setTimeout'] });
  createRoot(() => {
    const room = createNotices();
    const shown = () => [room.said() ?? null, room.problem()?.text ?? null];
    const seen = [];
    room.sayRefused('already-called', { text: 'somebody else was first' });
    seen.push(shown());
    mock.timers.tick(9_999);
    seen.push(shown());
    mock.timers.tick(1);
    seen.push(shown());
    room.sayRefused('session-over', { text: 'it is over' });
    mock.timers.tick(60_000);
    seen.push(shown());
    room.dismissProblem();
    seen.push(shown());
    console.log(JSON.stringify(seen));
  });
`;

test('HAND-4 that somebody else was first goes by itself, and what can be put right stays', () => {
  const printed = execFileSync(
    process.execPath,
    ['--conditions=browser', '--no-warnings', '--input-type=module', '--eval', REFUSED],
    { cwd: import.meta.dirname, encoding: 'utf8' },
  );
  expect(JSON.parse(printed)).toEqual([
    ['somebody else was first', null],
    ['somebody else was first', null],
    [null, null],
    [null, 'it is over'],
    [null, null],
  ]);
});
