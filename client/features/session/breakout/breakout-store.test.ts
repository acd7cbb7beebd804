import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** The store in Solid as a browser runs it: under Node nothing follows. */
function run(script: string, before = ''): unknown {
  const printed = execFileSync(
    process.execPath,
    [
      '--conditions=browser',
      '--no-warnings',
      '--input-type=module',
      '--eval',
      before + HEAD + script,
    ],
    { cwd: import.meta.dirname, encoding: 'utf8' },
  );
  return JSON.parse(printed);
}

const HEAD = `
  import { createRoot, createSignal } from 'solid-js';
  globalThis.document = { addEventListener() {}, removeEventListener() {}, visibilityState: 'visible', documentElement: {} };
  globalThis.window = globalThis;
  globalThis.matchMedia = () => ({ matches: true, addEventListener() {}, removeEventListener() {} });
  globalThis.addEventListener = globalThis.removeEventListener = () => {};
  const stored = new Map();
  globalThis.localStorage = globalThis.sessionStorage = {
    getItem: (name) => stored.get(name) ?? null,
    setItem: (name, text) => stored.set(name, text),
    removeItem: (name) => stored.delete(name),
  };
  globalThis.history = { state: {}, replaceState() {} };
  globalThis.location = { href: '' };
  // When what a browser has is there.
  const { showLanguage } = await import('../../../platform/language.ts');
  showLanguage('nb');
  const { spokenPolitely } = await import('../../../ui/announcer.ts');
  const { createTopics } = await import('../topics.ts');

  const entry = (personId, part = 'student') => ({
    personId, displayName: personId, calledName: personId, part, expected: true,
    presence: { status: 'present', place: 'home', since: 0 },
  });
  const room1 = { id: 'b1', name: 'Gruppe 1', members: ['me', 'amina'], inside: ['me', 'amina'] };
  const room2 = { id: 'b2', name: 'Makt i møtet', members: ['rune'], inside: ['rune'] };
  const plain = { documentId: null, called: null, minuteAsked: false, hands: [], knocks: [] };
  const rooms = (...all) => all.map((one) => ({ ...plain, ...one }));
  const split = (more = {}) => ({
    by: 'anne', task: 'Velg ett ord', choice: false, choosers: [], openedAt: 0, endsAt: null,
    rooms: rooms(room1, room2), ...more,
  });
  const queue = (personId) => ({ open: true, hands: [{ personId, at: 1 }], word: null });
  const message = (id, by, more = {}) => ({
    id, by, byName: by, at: 1, text: id, lang: 'nb', replyTo: null, editedAt: null, deletedAt: null, hiddenAt: null, reactions: [], ...more,
  });
  const chat = (...messages) => ({ messages, hasEarlier: false });
  const whole = {
    title: 'Makt', courseCode: 'A1', endsAt: 9e15,
    roster: { entries: [entry('me'), entry('amina'), entry('rune'), entry('liv'), entry('anne', 'teacher')], leadId: 'anne' },
    agenda: { startsAt: 0, items: [], version: 0, currentId: null, since: null },
    notes: { text: '' }, chat: chat(message('til-alle', 'rune')), chatKeeping: { days: 30, erasedAt: 9e15 },
    handQueue: queue('rune'), ending: { status: 'none' }, order: { locked: false, chatClosed: false },
    quietPauses: [], pauseMinutes: 10, pauseForAll: null, round: null, poll: null, breakouts: null,
  };
  const [session, show] = createSignal(whole);
  const hear = [];
  const said = [];
  const sent = [];
  const channels = [];
  const settled = [];
  const [unsent, setUnsent] = createSignal([]);
  const drafts = new Map(globalThis.earlierDrafts ?? []);
  const live = {
    connection: { state: () => ({ status: 'online' }) },
    unsent,
    outbox: { whenSettled: (listener) => (settled.push(listener), () => {}), openLane() {}, closeLane() {}, drop() {} },
    keepDraft: async (name, text) => { drafts.set(name, text); },
    keptDraft: async (name) => drafts.get(name) ?? '',
    keptDrafts: async (prefix) =>
      new Map([...drafts].filter(([name, text]) => text && name.startsWith(prefix)).map(([name, text]) => [name.slice(prefix.length), text])),
    whenShown: () => () => {},
    openChannel: (contract, id) => {
      const [state, set] = createSignal();
      const listeners = [];
      const channel = { id, open: true, set, tell: (fact) => listeners.forEach((one) => one(fact)) };
      channels.push(channel);
      return {
        state, status: () => ({ status: 'live' }), whenFact: (one) => (listeners.push(one), () => {}),
        reopen() {}, forget() {}, letGo: async () => { channel.open = false; },
      };
    },
  };
  const room = {
    sessionId: 's', me: 'me', lane: 'lane', lobbyLane: 'lobby', live, session,
    state: () => ({ status: 'in-session' }), seatGivenUp: () => false, isHeld: () => false,
    whenFact: (listener) => hear.push(listener), waits: () => undefined, sends: () => false,
    send: async () => ({ ok: true }),
    attempt: async ({ name }, input) => { sent.push([name, input.breakoutId]); return {}; },
    say: (text) => said.push(text), unsay() {}, said: () => undefined, problem: () => undefined, dismissProblem() {},
    beforeLeaving() {}, hearEndOutside() {}, endsOutsideAt: () => Infinity, wasIn: () => true,
  };
  const tell = (fact, next) => {
    if (next) show({ ...session(), ...next });
    for (const one of hear) one(fact);
  };
  const inside = (more = {}) => ({
    id: 'b1', documentId: 'd1', called: null, minuteAsked: false, knocks: [], handQueue: queue('me'),
    chat: chat(message('i-gruppa', 'amina')), ...more,
  });
  const spoken = () => spokenPolitely().replaceAll('\\u200b', '');
  const topics = createRoot(() => createTopics(room));
  const { breakouts, handQueue, chatHere } = topics;
  const texts = () => chatHere().chat.messages().map(({ id }) => id);
  const print = (seen) => { console.log(JSON.stringify(seen)); process.exit(0); };
`;

test('F18 whoever is in a room has its queue, its chat and its people, and with all the session’s again', () => {
  const seen = run(`
    const now = () => [
      breakouts.mineId() ?? null, handQueue.hands().map(({ personId }) => personId), texts(),
      ['amina', 'rune', 'liv', 'me'].filter(breakouts.withMe), channels.map(({ id, open }) => [id, open]),
    ];
    const all = [now()];
    show({ ...whole, breakouts: split() });
    channels[0].set(inside());
    all.push(now());
    show({ ...whole, breakouts: null });
    all.push(now());
    print(all);
  `);
  expect(seen).toEqual([
    [null, ['rune'], ['til-alle'], ['amina', 'rune', 'liv', 'me'], []],
    ['b1', ['me'], ['i-gruppa'], ['amina', 'me'], [['b1', true]]],
    [null, ['rune'], ['til-alle'], ['amina', 'rune', 'liv', 'me'], [['b1', false]]],
  ]);
});

test('F19 each who is told where they are is told once, and what goes on elsewhere is nobody’s news', () => {
  const seen = run(`
    tell({ type: 'breakouts-opened', breakouts: split({ endsAt: 15 * 60_000 }) }, { breakouts: split({ endsAt: Date.now() + 900_000 }) });
    channels[0].set(inside());
    const all = [spoken()];
    tell({ type: 'message-posted', message: message('hos alle', 'rune') });
    tell({ type: 'people-moved', moves: [{ personId: 'liv', to: 'b2' }], by: 'anne' });
    all.push(spoken());
    channels[0].tell({ type: 'message-posted', message: message('hos oss', 'amina') });
    all.push(spoken());
    channels[0].tell({ type: 'message-posted', message: message('Ett ord holder.', 'anne', { toAll: true }) });
    channels[0].tell({ type: 'knocked', breakoutId: 'b1', knock: { by: 'anne', at: 1 } });
    all.push(said.splice(0), spoken());
    tell({ type: 'breakouts-ended', by: null, at: 1 }, { breakouts: null });
    all.push(said);
    print(all);
  `);
  const opened = 'Du er i gruppe 1 med amina. Oppdraget: Velg ett ord. Dere har 15 minutter.';
  expect(seen).toEqual([
    opened,
    opened,
    'amina: hos oss',
    ['anne til alle rom: Ett ord holder.'],
    'anne banker på, og hører dere ikke før dere svarer.',
    ['Alle er tilbake.'],
  ]);
});

test('F19 words that never arrived in a group are given back with all, also those only begun there', () => {
  const seen = run(`
    show({ ...whole, breakouts: split() });
    channels[0].set(inside());
    chatHere().draft.write('bare begynt');
    const call = { callId: 'c1', lane: 'lane', name: 'chat/post', input: { sessionId: 's', breakoutId: 'b1', text: 'for sent' } };
    setUnsent([{ ...call, standing: 'waiting' }]);
    const rows = () => [chatHere().chat.unsent(), chatHere().chat.failed()].map((all) => all.map(({ text }) => text));
    const all = [rows(), topics.chat.unsent().length];
    show({ ...whole, breakouts: null });
    setUnsent([]);
    for (const one of settled) one(call, { ok: false, refusal: 'not-inside' });
    all.push(rows());
    for (const { callId } of chatHere().chat.failed()) chatHere().chat.dropFailed(callId);
    all.push(rows(), breakouts.chatOf.texts());
    print(all);
  `);
  expect(seen).toEqual([[['for sent'], []], 0, [[], ['for sent', 'bare begynt']], [[], []], []]);
});

test('F18 what a page that is gone began in a group that is no more is given back with all, once', () => {
  const seen = run(
    `
    await Promise.resolve();
    const rows = () => chatHere().chat.failed().map(({ text }) => text);
    const all = [rows()];
    show({ ...whole, breakouts: split({ rooms: rooms(room2) }) });
    all.push(rows(), breakouts.chatOf.texts());
    for (const { callId } of chatHere().chat.failed()) chatHere().chat.dropFailed(callId);
    all.push(rows(), drafts.get('chat s b1'), drafts.get('chat s b2'));
    print(all);
  `,
    `globalThis.earlierDrafts = [['chat s b1', 'begynt hos oss'], ['chat s b2', 'rommet står åpent'], ['chat s', 'til alle']];`,
  );
  expect(seen).toEqual([
    ['begynt hos oss', 'rommet står åpent'],
    ['begynt hos oss'],
    ['begynt hos oss'],
    [],
    '',
    'rommet står åpent',
  ]);
});

test('F20 help, a minute more and the answer to a knock go to the room one is in, and nowhere from elsewhere', () => {
  const seen = run(`
    const press = async () => [await breakouts.call(true), await breakouts.askForMinute(), await breakouts.answerKnock('anne', true)];
    const all = [await press(), sent.length];
    show({ ...whole, breakouts: split() });
    all.push(await press(), sent);
    print(all);
  `);
  expect(seen).toEqual([
    [false, false, false],
    0,
    [true, true, true],
    [
      ['breakout/call', 'b1'],
      ['breakout/ask-minute', 'b1'],
      ['breakout/answer-knock', 'b1'],
    ],
  ]);
});
