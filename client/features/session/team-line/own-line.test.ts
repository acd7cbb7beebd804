import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/**
 * The very stores, in Solid as a browser runs it: under Node Solid is another build, in which nothing follows. Somebody waits,
 * writes, sends off one thing that does not arrive, and is let in; then the page is loaded anew.
 */
const WAITS_AND_IS_LET_IN = `
  import { createRoot, createSignal } from 'solid-js';
  globalThis.document = { addEventListener() {}, removeEventListener() {}, visibilityState: 'visible' };
  globalThis.history = { state: null };
  globalThis.addEventListener = () => {};
  const { createOwnLine } = await import('./own-line.ts');

  const device = new Map();
  const [unsent, setUnsent] = createSignal([]);
  const live = {
    connection: { state: () => ({ status: 'reconnecting' }) },
    keepDraft: async (name, text) => void (text === '' ? device.delete(name) : device.set(name, text)),
    keptDraft: async (name) => device.get(name) ?? '',
    outbox: { whenSettled: () => () => {} },
    unsent,
    send: (command, input, { lane }) =>
      setUnsent([{ callId: 'c', name: command.name, input, lane, standing: 'waiting' }]),
  };
  const room = {
    sessionId: 's', me: 'me', lane: 'session s', lobbyLane: 'lobby s', live,
    state: () => ({ status: 'refused' }), send() {},
  };
  const roster = { mine: () => undefined, nameOf: (_, otherwise) => otherwise };
  const says = [];
  const now = (line) => says.push([line.draft.text(), line.outgoing.unsent().map(({ text }) => text), line.texts()]);
  const soon = () => new Promise((done) => setTimeout(done));

  await createRoot(async (leave) => {
    const line = createOwnLine(room, roster);
    await soon();
    const inLobby = createRoot((over) => {
      line.showOutside(() => []);
      return over;
    });
    line.writeOutside('Jeg er her');
    line.draft.write('og jeg lurer på');
    now(line);
    // The lobby is gone from sight: let in, or declined.
    inLobby();
    now(line);
    leave();
  });
  await createRoot(async (leave) => {
    const line = createOwnLine(room, roster);
    await soon();
    now(line);
    leave();
  });
  console.log(JSON.stringify(says));
`;

test('LOBBY-12 what somebody has written in the lobby and not sent follows them in, and is there when they come back', () => {
  const printed = execFileSync(
    process.execPath,
    ['--conditions=browser', '--no-warnings', '--input-type=module', '--eval', WAITS_AND_IS_LET_IN],
    { cwd: import.meta.dirname, encoding: 'utf8' },
  );
  const words = ['og jeg lurer på', ['Jeg er her']];
  expect(JSON.parse(printed)).toEqual([
    // In sight in the lobby, and so nowhere else.
    [...words, []],
    [...words, ['Jeg er her', 'og jeg lurer på']],
    [...words, ['Jeg er her', 'og jeg lurer på']],
  ]);
});
