import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** The store in Solid as a browser runs it: under Node nothing follows. */
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
  import { createPoll } from './poll-store.ts';

  const stored = new Map();
  globalThis.sessionStorage = {
    getItem: (name) => stored.get(name) ?? null,
    setItem: (name, text) => stored.set(name, text),
    removeItem: (name) => stored.delete(name),
  };
  globalThis.document = { addEventListener() {}, removeEventListener() {}, visibilityState: 'visible', documentElement: {} };
  globalThis.addEventListener = globalThis.removeEventListener = () => {};
  let serverSays = { answered: false, answer: null };
  let asked = 0;
  globalThis.fetch = async () => ({ json: async () => { asked += 1; return { ok: true, value: serverSays }; } });

  const form = { kind: 'scale', steps: 5, low: '', high: '' };
  const poll = (id, named = false) => ({
    id, named, form, occasion: 'poll', question: id, openedAt: 0, closedAt: null, answers: 0, totals: null,
  });
  const [session, show] = createSignal();
  const [line, setLine] = createSignal('online');
  const [waiting, setWaiting] = createSignal();
  const hear = [];
  let answers = { before: false };
  const sent = [];
  const room = {
    sessionId: 's', me: 'me', session,
    live: { connection: { state: () => ({ status: line() }) } },
    whenFact: (listener) => hear.push(listener),
    waits: () => waiting(), sends: () => false,
    attempt: async ({ name }, input) => { sent.push([name, input.choices]); return answers; },
  };
  const comes = (one) => {
    show({ poll: one });
    for (const listener of hear) listener({ type: 'poll-opened', poll: one });
  };
  const settled = () => new Promise((done) => setTimeout(done, 5));
  const open = () => createRoot(() => createPoll(room, { takingPart: () => [{}, {}], iTakePart: () => false }));
  const standing = (store) => [store.isKnown(), store.isAnswered(), store.draft().choices];
  const print = (seen) => console.log(JSON.stringify(seen));
`;

test('an answer counts at once, its draft goes with it, and the next question is a new one', () => {
  const seen = run(`
    const store = open();
    comes(poll('one'));
    store.write({ choices: [3], text: '' });
    const seen = [standing(store)];
    await store.answer();
    seen.push(standing(store), store.said().before, stored.size);
    comes(poll('two'));
    seen.push(standing(store));
    print([...seen, sent]);
  `);
  const before = [true, false, [3]];
  const after = [true, true, []];
  expect(seen).toEqual([before, after, false, 0, [true, false, []], [['poll/answer', [3]]]]);
});

test('after a reload the draft is there, and the server says whether one has answered', () => {
  const seen = run(`
    stored.set('mellom.poll s', JSON.stringify({ pollId: 'one', choices: [1], text: '' }));
    const store = open();
    show({ poll: poll('one') });
    const seen = [standing(store)];
    await settled();
    seen.push(standing(store));
    serverSays = { answered: true, answer: null };
    setLine('offline');
    setLine('online');
    await settled();
    print([...seen, standing(store), stored.size]);
  `);
  expect(seen).toEqual([[false, false, [1]], [true, false, [1]], [true, true, []], 0]);
});

test('what waited here for the line is asked for when it has left', () => {
  const seen = run(`
    setWaiting('line');
    const store = open();
    show({ poll: poll('one') });
    await settled();
    const before = asked;
    serverSays = { answered: true, answer: null };
    setWaiting(undefined);
    await settled();
    print([store.isAnswered(), asked - before]);
  `);
  expect(seen).toEqual([true, 1]);
});

test('a draft is gone with its question, and a named answer is taken up again as it was', () => {
  const seen = run(`
    const store = open();
    comes(poll('one'));
    store.write({ choices: [2], text: '' });
    show({ poll: { ...poll('one'), closedAt: 1 } });
    const seen = [stored.size];
    comes(poll('two', true));
    store.write({ choices: [4], text: '' });
    await store.answer();
    store.change();
    seen.push(store.isChanging(), standing(store));
    await store.answer();
    print([...seen, store.isChanging(), store.ownAnswer()]);
  `);
  expect(seen).toEqual([0, true, [true, true, [4]], false, { choices: [4], text: '' }]);
});

test('F38 POLL-1 what is set aside in a group is the question that stood there, and not the next one', () => {
  const seen = run(`
    const store = open();
    comes(poll('one'));
    const seen = [store.isAside()];
    store.setAside(true);
    seen.push(store.isAside());
    comes(poll('two'));
    print([...seen, store.isAside()]);
  `);
  expect(seen).toEqual([false, true, false]);
});

test('CAP-15 it is counted of those who take part, and a captioner is not asked', () => {
  const seen = run(`
    const store = open();
    show({ poll: poll('one') });
    print([store.sum(), store.asksMe()]);
  `);
  expect(seen).toEqual([expect.stringMatching(/^0 \D+ 2 /), false]);
});
