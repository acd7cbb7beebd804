import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** The plan in Solid as a browser runs it: under Node nothing follows. */
function run(script: string): unknown {
  const printed = execFileSync(
    process.execPath,
    ['--conditions=browser', '--no-warnings', '--input-type=module', '--eval', HEAD + script],
    { cwd: import.meta.dirname, encoding: 'utf8' },
  );
  return JSON.parse(printed);
}

const HEAD = `
  import { createRoot, createSignal } from 'solid-js';
  const stored = new Map();
  globalThis.sessionStorage = {
    getItem: (name) => stored.get(name) ?? null,
    setItem: (name, text) => stored.set(name, text),
    removeItem: (name) => stored.delete(name),
  };
  const { createPlanMaking } = await import('./plan-making.ts');
  const id = (nth) => '00000000-0000-4000-8000-' + String(nth).padStart(12, '0');
  const ids = (count) => Array.from({ length: count }, (_, nth) => id(nth + 1));
  const [people, setPeople] = createSignal(ids(9));
  const [here, setHere] = createSignal(new Set(ids(6)));
  const make = (given = {}) =>
    createRoot(() => createPlanMaking({ sessionId: 's', me: 'anne', prepared: null, people, byHand: () => new Set(), here, ...given }));
  const sizes = (making) => making.rooms().map(({ members }) => members.length);
  const say = (value) => console.log(JSON.stringify(value));
`;

test('those who are here are dealt out at once; the others are without until they are taken along', () => {
  const told = run(`
    const making = make();
    const first = [sizes(making), making.without().length, making.toSpread().length, making.someAreAway()];
    making.make({ withAbsent: true });
    say([...first, sizes(making), making.without().length]);
  `);
  expect(told).toEqual([[3, 3], 3, 0, true, [5, 4], 0]);
});

test('before anybody has come, or where nobody can be, everybody is dealt out', () => {
  const told = run(`
    setHere(new Set());
    say([sizes(make()), sizes(make({ here: () => undefined })), make({ here: () => undefined }).someAreAway()]);
  `);
  expect(told).toEqual([[3, 3, 3], [3, 3, 3], false]);
});

test('whoever comes later is without, and is given a room where the fewest are', () => {
  const told = run(`
    const making = make();
    setHere(new Set(ids(7)));
    const before = making.toSpread().length;
    making.spread();
    say([before, making.toSpread().length, sizes(making).toSorted()]);
  `);
  expect(told).toEqual([1, 0, [3, 4]]);
});

test('CAP-15 a captioner is dealt into no room and missed in none, and is placed by hand', () => {
  const told = run(`
    const making = make({ byHand: () => new Set([id(1)]) });
    const first = [sizes(making), making.without().includes(id(1)), making.toSpread().length];
    making.setRooms([{ ...making.rooms()[0], members: [id(1)] }]);
    say([...first, making.rooms()[0].members.length, making.people().includes(id(1))]);
  `);
  expect(told).toEqual([[3, 2], false, 0, 1, true]);
});

test('each way keeps the rooms it came to', () => {
  const told = run(`
    const making = make();
    const drawn = JSON.stringify(making.rooms());
    making.choose('choice');
    const empty = sizes(making);
    making.choose('own');
    const own = making.rooms().map(({ name }) => name);
    making.choose('drawn');
    say([empty, own, JSON.stringify(making.rooms()) === drawn]);
  `);
  expect(told).toEqual([[0, 0], ['Gruppe 1', 'Gruppe 2'], true]);
});

test('a number that is none leaves the rooms as they are', () => {
  const told = run(`
    const making = make();
    making.make({ count: { rooms: '', people: '4' } });
    say([sizes(making), making.read().ok]);
  `);
  expect(told).toEqual([[3, 3], false]);
});

test('what is typed stays in the tab, for this session and this person, until it is used', () => {
  const told = run(`
    make().write({ task: 'Velg ett ord' });
    const again = make();
    const task = again.draft().task;
    const others = [make({ me: 'solveig' }), make({ sessionId: 't' })].map((one) => one.draft().task);
    again.isUsed();
    say([task, others, make().draft().task, stored.size]);
  `);
  expect(told).toEqual(['Velg ett ord', ['', ''], '', 0]);
});

test('what stands ready is begun from, and those who are here no more are not in it', () => {
  const told = run(`
    const rooms = [{ name: 'A', members: [id(1), id(99)], after: null }];
    const making = make({ prepared: { task: 'Les', minutes: null, choice: true, rooms } });
    say([making.draft().task, sizes(making), making.read()]);
  `);
  expect(told).toEqual([
    'Les',
    [1],
    {
      ok: true,
      plan: {
        ...{ task: 'Les', minutes: null, choice: true },
        rooms: [{ name: 'A', members: ['00000000-0000-4000-8000-000000000001'], after: null }],
      },
    },
  ]);
});

test('once it stands ready it is not kept here too; when that is dropped, it is', () => {
  const told = run(`
    const making = make();
    making.write({ task: 'Velg ett ord' });
    making.isPrepared();
    const ready = [stored.size, making.draft().task];
    making.isDropped();
    say([...ready, stored.size, make().draft().task]);
  `);
  expect(told).toEqual([0, 'Velg ett ord', 1, 'Velg ett ord']);
});
