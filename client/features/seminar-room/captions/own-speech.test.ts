import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** In Solid as a browser runs it, with an engine that says what it is told to. */
const BEGIN = `
  import { createRoot, createSignal } from 'solid-js';
  const kept = new Map([['mellom.language', 'nb']]);
  globalThis.localStorage = {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => kept.set(name, value),
    removeItem: (name) => kept.delete(name),
  };
  const engines = [];
  let says = 'available';
  globalThis.SpeechRecognition = class extends EventTarget {
    static available = async () => says;
    static install = async () => true;
    constructor() { super(); engines.push(this); this.is = 'made'; }
    get processLocally() { return this.local; }
    set processLocally(local) { this.local = local; }
    start(track) { this.is = 'started'; this.track = track; }
    abort() { this.is = 'aborted'; }
    tell(type, more = {}) { this.dispatchEvent(Object.assign(new Event(type), more)); }
    hear(text) { this.tell('result', { resultIndex: 0, results: [Object.assign([{ transcript: text }], { isFinal: true })] }); }
  };
  const { createOwnSpeech } = await import('./own-speech.ts');
  const heard = [];
  const [guestAs, setGuestAs] = createSignal();
  const [ownState, setOwnState] = createSignal('ok');
  const [microphone, press] = createSignal(false);
  const [line] = createSignal({ microphone: () => (microphone() ? 'own microphone' : undefined) });
  const topics = {
    captions: { hearMe: (...all) => heard.push(all), ownState },
    roster: { mine: () => ({ guestAs: guestAs() }) },
  };
  const speech = createRoot(() => createOwnSpeech({ topics }, line, { wanted: () => microphone() }));
  const after = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const said = [];
  const say = (value) => said.push(value);
`;

function run(script: string): unknown {
  const printed = execFileSync(
    process.execPath,
    [
      ...['--conditions=browser', '--no-warnings', '--input-type=module', '--eval'],
      `${BEGIN}${script} console.log(JSON.stringify(said)); process.exit();`,
    ],
    { cwd: import.meta.dirname, encoding: 'utf8' },
  );
  return JSON.parse(printed);
}

test('CAP-13 F26 one’s own device writes only when one turns it on, and only while the microphone is open', () => {
  const said = run(`
    await speech.look();
    press(true); await after(5); say(engines.length);
    press(false); await speech.turn(true); await after(5); say(engines.length);
    press(true); await after(5);
    const [first] = engines;
    say([first.is, first.track, first.processLocally, first.lang]);
    first.hear('hei'); say(heard.length);
    press(false); await after(5); say(first.is);
    first.hear('hemmelig'); say(heard.length);
    press(true); await after(5); say(engines.length);
    await speech.turn(false); await after(5); say(engines[1].is);
  `);
  expect(said).toEqual([
    0,
    0,
    ['started', 'own microphone', true, 'nb-NO'],
    1,
    'aborted',
    1,
    2,
    'aborted',
  ]);
});

test('CAP-13 what the browser ends by itself begins again, and what it cannot is said', () => {
  const said = run(`
    await speech.look();
    press(true); await speech.turn(true); await after(5);
    engines[0].tell('end'); await after(600); say([engines.length, speech.state()]);
    engines[1].tell('error', { error: 'service-not-allowed' });
    engines[1].tell('end'); await after(600); say([engines.length, speech.state()]);
    await speech.turn(true); await after(5);
    setOwnState('refused'); await after(5); say([engines[2].is, speech.state()]);
  `);
  expect(said).toEqual([
    [2, 'on'],
    [2, 'cannot'],
    ['aborted', 'refused'],
  ]);
});

test('CAP-13 there is nothing to turn on where the device cannot, nor for a guest; a language to fetch is fetched first', () => {
  const said = run(`
    say(speech.isOffered());
    says = 'unavailable'; await speech.look(); say(speech.isOffered());
    says = 'downloadable'; await speech.look(); say([speech.isOffered(), speech.isToFetch()]);
    setGuestAs('lecturer'); say(speech.isOffered()); setGuestAs(undefined);
    const fetching = speech.turn(true); say(speech.state()); await fetching; say(speech.state());
  `);
  expect(said).toEqual([false, false, [true, true], false, 'fetching', 'on']);
});
