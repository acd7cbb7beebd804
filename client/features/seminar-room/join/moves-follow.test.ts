import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/**
 * In Solid as a browser runs it: under Node Solid is another build, in which nothing follows. What the server knows and what this
 * tab has heard are two, and each line waits to come up until it is let.
 */
const SETTING = `
  import { createRoot, createSignal } from 'solid-js';
  globalThis.addEventListener ??= () => {};
  globalThis.removeEventListener ??= () => {};
  const { createMediaJoin } = await import('./media-join.ts');

  const [room, setRoom] = createSignal('all');
  let seat = 'all';
  let asks = 0;
  const said = [];
  const lines = [];
  const pass = (to) => 'e30.' + Buffer.from(JSON.stringify({ video: { room: to } })).toString('base64url') + '.x';
  const settle = () => new Promise((done) => setTimeout(done, 5));
  const ears = { changed() {}, speaking() {}, ownStopped() {}, soundBlocked() {} };
  let slow = false;

  function makeLine(hear) {
    const name = 'line ' + (lines.length + 1);
    const line = {
      name,
      hear,
      up: undefined,
      connect: (_url, token) => {
        said.push(name + ' to ' + JSON.parse(Buffer.from(token.split('.')[1], 'base64url')).video.room);
        return slow ? new Promise((up, refuse) => Object.assign(line, { up, refuse })) : Promise.resolve();
      },
      close: async () => { said.push(name + ' closed'); line.refuse?.(new Error('closed')); },
      handOver: () => { said.push(name + ' hands over'); return { from: name }; },
      takeOver: ({ from }) => said.push(name + ' takes from ' + from),
      signsOfLife: async () => undefined,
    };
    lines.push(line);
    return line;
  }

  let join;
  createRoot(() => {
    join = createMediaJoin({
      sessionId: 'all',
      room,
      media: () => ({ status: 'ready' }),
      told: () => true,
      closed: () => false,
      key: () => undefined,
      ears,
      origin: 'here',
      askOnce: async () => {
        asks += 1;
        return { ok: true, value: { status: 'admitted', token: pass(seat), identity: 'me', sources: [], closed: false } };
      },
      openLine: async (hear) => makeLine(hear),
    });
  });
  const state = () => join.state().status + (join.state().why ? ' ' + join.state().why : '');
  const lineUp = () => join.line()?.name ?? 'none';
  await settle();
`;

function run(story: string): unknown {
  const print = `\nconsole.log(JSON.stringify(await (async () => {${story}})())); process.exit(0);`;
  const printed = execFileSync(
    process.execPath,
    ['--conditions=browser', '--no-warnings', '--input-type=module', '--eval', SETTING + print],
    { cwd: import.meta.dirname, encoding: 'utf8' },
  );
  return JSON.parse(printed);
}

test('BREAKOUT-14 one goes to another room without being out of both, and takes along what is open', () => {
  const seen = run(`
    slow = true; seat = 'one'; setRoom('one');
    await settle();
    const meanwhile = [state(), lineUp()];
    lines[1].up();
    await settle();
    return { meanwhile, after: [state(), lineUp()], said };
  `);
  expect(seen).toEqual({
    meanwhile: ['in-room', 'line 1'],
    after: ['in-room', 'line 2'],
    said: ['line 1 to all', 'line 2 to one', 'line 1 hands over', 'line 2 takes from line 1'],
  });
});

test('BREAKOUT-14 put out of the room that one leaves, before one hears of it or on the way, one comes to the other all the same', () => {
  const before = run(`
    seat = 'one'; lines[0].hear.ended('removed');
    const out = state();
    setRoom('one');
    await settle();
    return [out, state(), lineUp(), said.at(-1)];
  `);
  expect(before).toEqual(['ended removed', 'in-room', 'line 2', 'line 2 to one']);
  const onTheWay = run(`
    slow = true; seat = 'one'; setRoom('one');
    await settle();
    lines[0].hear.ended('removed');
    const out = state();
    slow = false;
    await settle();
    lines[1].up();
    await settle();
    return [out, state(), lineUp(), said];
  `);
  expect(onTheWay).toEqual([
    'rejoining',
    'in-room',
    'line 3',
    [...['line 1 to all', 'line 2 to one', 'line 1 closed', 'line 3 to one'], 'line 2 closed'],
  ]);
});

test('BREAKOUT-14 back before one had gone, one stays on the line that there was', () => {
  const seen = run(`
    slow = true; seat = 'one'; setRoom('one');
    await settle();
    seat = 'all'; setRoom('all');
    await settle();
    lines[1].up();
    await settle();
    return [state(), lineUp(), said, asks];
  `);
  expect(seen).toEqual([
    ...['in-room', 'line 1'],
    ['line 1 to all', 'line 2 to one', 'line 2 closed'],
    2,
  ]);
});

test('BREAKOUT-14 on to a third room on the way to another, one ends in the third', () => {
  const seen = run(`
    slow = true; seat = 'one'; setRoom('one');
    await settle();
    slow = false; seat = 'two'; setRoom('two');
    await settle();
    lines[1].up();
    await settle();
    return [state(), lineUp(), said.filter((what) => what.includes(' to ')), said.includes('line 2 closed')];
  `);
  expect(seen).toEqual([
    ...['in-room', 'line 3'],
    ['line 1 to all', 'line 2 to one', 'line 3 to two'],
    true,
  ]);
});

test('BREAKOUT-14 let in where the server knows one to be already, one hears later that one has moved, and stays', () => {
  const seen = run(`
    seat = 'one'; join.joinAnew();
    await settle();
    setRoom('one');
    await settle();
    return [state(), lineUp(), asks, said.at(-1)];
  `);
  expect(seen).toEqual(['in-room', 'line 2', 2, 'line 2 to one']);
});

test('BREAKOUT-14 a line that does not come up is tried as any other', () => {
  const seen = run(`
    slow = true; seat = 'one'; setRoom('one');
    await settle();
    slow = false;
    lines[1].refuse(new Error('no'));
    await settle();
    return [state(), lineUp(), said];
  `);
  expect(seen).toEqual([
    ...['in-room', 'line 3'],
    [...['line 1 to all', 'line 2 to one', 'line 2 closed', 'line 1 closed', 'line 3 to one']],
  ]);
});
