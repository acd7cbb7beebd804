import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** In Solid as a browser runs it: under Node nothing follows. Three wait already; two more come, and some go before it is said. */
const THREE_WAIT = `
  import { createRoot, createSignal } from 'solid-js';
  import { announce, spokenPolitely } from '../../../ui/announcer.ts';
  import { createLobby } from './lobby-store.ts';

  let later = [];
  globalThis.setTimeout = (run, ms) => ms === 3000 && later.push(run);
  const entry = (personId) => ({ personId, displayName: personId, part: 'student', since: 0 });
  const [state, show] = createSignal();
  let hear;
  const channel = { state, whenFact: (listener) => { hear = listener; return () => {}; }, letGo: () => {} };
  const room = { sessionId: 's', say: announce, state: () => ({ status: 'in-session' }), live: { openChannel: () => channel } };
  const comes = (personId) => {
    show({ waiting: [...state().waiting, entry(personId)] });
    hear({ type: 'waiting-began', entry: entry(personId) });
  };
  const goes = (...gone) => show({ waiting: state().waiting.filter(({ personId }) => !gone.includes(personId)) });
  const seen = [];
  const note = () => seen.push(spokenPolitely().replace('\u200b', ''));
  const wait = () => { const due = later; later = []; for (const run of due) run(); note(); };
  createRoot(() => createLobby(room, { steers: () => true }));
  show({ waiting: [entry('Kari'), entry('Ola'), entry('Amir')] });
  note();
  comes('Siri');
  comes('Per');
  goes('Kari');
  wait();
  comes('Eva');
  goes('Eva');
  wait();
  comes('Liv');
  comes('Nils');
  goes('Liv');
  wait();
  console.log(JSON.stringify(seen));
`;

test('LOBBY-8 what is said aloud is how many wait when it is said, each counted once', () => {
  const printed = execFileSync(
    process.execPath,
    ['--conditions=browser', '--no-warnings', '--input-type=module', '--eval', THREE_WAIT],
    { cwd: import.meta.dirname, encoding: 'utf8' },
  );
  expect(JSON.parse(printed)).toEqual([
    '3 are waiting to come in.',
    '4 are waiting to come in.',
    '4 are waiting to come in.',
    'Nils is waiting to come in. Student.',
  ]);
});
