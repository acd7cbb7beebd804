import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/**
 * The very store of the room, in Solid as a browser runs it: under Node Solid is another build, in which nothing follows.
 * A pause of ten minutes has begun at 10:05 and is never held; the device's clock is mocked, and two seconds behind.
 */
const PAUSE_COMES_DUE = `
  import { mock } from 'node:test';
  import { createRoot, createSignal } from 'solid-js';
  import { createAgenda } from './agenda-store.ts';
  import { noteServerTime } from '../../../platform/server-clock.ts';

  const SECOND = 1_000, MINUTE = 60 * SECOND;
  const tenOClock = Date.UTC(2026, 8, 29, 10);
  mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'], now: tenOClock + 5 * MINUTE });
  noteServerTime(Date.now() + 2 * SECOND, Date.now(), Date.now());
  const item = (id, kind) => ({ id, title: id, about: '', minutes: 10, kind });
  const [session] = createSignal({
    agenda: {
      startsAt: tenOClock, version: 0, currentId: 'coffee', since: tenOClock + 5 * MINUTE,
      items: [item('coffee', 'pause'), item('reading', 'item')],
    },
    pauseForAll: null,
  });
  createRoot(() => {
    const agenda = createAgenda({ sessionId: 'session', session, waits: () => undefined, sends: () => false });
    const clock = (at) => at && new Date(at).toISOString().slice(11, 16);
    const shown = () =>
      [agenda.minutesLeft(), clock(agenda.pauseUntil()), clock(agenda.nextAt()), agenda.pauseToHold()?.id ?? null];
    const seen = [shown()];
    for (const later of [57 * SECOND, 2 * SECOND, 8 * MINUTE + 58 * SECOND, 2 * SECOND, MINUTE]) {
      mock.timers.tick(later);
      seen.push(shown());
    }
    console.log(JSON.stringify(seen));
  });
`;

test('F9 F17 what is said of the time changes the moment it is due, by the server’s clock', () => {
  const printed = execFileSync(
    process.execPath,
    ['--conditions=browser', '--no-warnings', '--input-type=module', '--eval', PAUSE_COMES_DUE],
    { cwd: import.meta.dirname, encoding: 'utf8' },
  );
  expect(JSON.parse(printed)).toEqual([
    [9, '10:15', '10:15', 'coffee'],
    [9, '10:15', '10:15', 'coffee'],
    [8, '10:15', '10:15', 'coffee'],
    [0, '10:15', '10:15', 'coffee'],
    [-1, null, '10:15', null],
    [-2, null, '10:16', null],
  ]);
});
