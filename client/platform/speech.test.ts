import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fetchLanguage, hearOwn, ownHearing } from './speech.ts';

const store = new Map<string, string>();
beforeEach(() => {
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => store.get(name) ?? null,
    setItem: (name: string, value: string) => store.set(name, value),
    removeItem: (name: string) => store.delete(name),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  store.clear();
});

/** A browser's engine that says what it is told to. */
function stub(says: string | (() => never), local = true) {
  const made: Fake[] = [];
  class Fake extends EventTarget {
    static available = vi.fn(async () => (typeof says === 'string' ? says : says()));
    static install = vi.fn(async () => true);
    lang = '';
    started: unknown;
    aborted = false;
    constructor() {
      super();
      made.push(this);
    }
    start(track: unknown) {
      this.started = track;
    }
    abort() {
      this.aborted = true;
    }
    tell(type: string, more: object = {}) {
      this.dispatchEvent(Object.assign(new Event(type), more));
    }
  }
  if (local)
    Object.defineProperty(Fake.prototype, 'processLocally', { value: false, writable: true });
  vi.stubGlobal('SpeechRecognition', Fake);
  return { Fake, made };
}
const microphone = 'microphone' as unknown as MediaStreamTrack;
const words = (text: string, isFinal: boolean) =>
  Object.assign([{ transcript: text }], { isFinal });

test('CAP-13 F26 a browser that hears elsewhere, or does not say where, is one that cannot', async () => {
  expect(await ownHearing('nb-NO')).toBe('none');
  const { Fake } = stub('available', false);
  expect(await ownHearing('nb-NO')).toBe('none');
  expect(Fake.available).not.toHaveBeenCalled();
  expect(() => hearOwn('nb-NO', microphone, { heard: vi.fn(), ended: vi.fn() })).toThrow();
  vi.stubGlobal('SpeechRecognition', class extends EventTarget {});
  expect(await ownHearing('nb-NO')).toBe('none');
  expect(await fetchLanguage('nb-NO')).toBe(false);
});

test.each([
  ['available', 'ready'],
  ['downloadable', 'to-fetch'],
  ['downloading', 'to-fetch'],
  ['unavailable', 'none'],
] as const)('CAP-13 "%s" on this device is %s', async (says, is) => {
  const { Fake } = stub(says);
  expect(await ownHearing('nb-NO')).toBe(is);
  expect(Fake.available).toHaveBeenCalledWith({ langs: ['nb-NO'], processLocally: true });
});

test('CAP-13 what the browser throws is a no', async () => {
  stub(() => {
    throw new Error('not allowed');
  });
  expect(await ownHearing('nb-NO')).toBe('none');
});

test('CAP-13 a browser that ended the page at the question is not asked again', async () => {
  const { Fake } = stub('available');
  Fake.available.mockReturnValueOnce(new Promise(() => undefined));
  void ownHearing('nb-NO');
  expect(await ownHearing('nb-NO')).toBe('none');
  expect(Fake.available).toHaveBeenCalledTimes(1);
});

test('CAP-13 it listens to the microphone it is given, on the device, and says what it hears as it grows', () => {
  const { made } = stub('available');
  const heard: unknown[] = [];
  const ended = vi.fn();
  hearOwn('nb-NO', microphone, { heard: (...all) => heard.push(all), ended });
  const [fake] = made;
  expect(fake).toMatchObject({ lang: 'nb-NO', processLocally: true, started: microphone });
  fake?.tell('result', { resultIndex: 0, results: [words('hei', false)] });
  fake?.tell('result', { resultIndex: 0, results: [words('hei du', true), words('er', false)] });
  expect(heard).toEqual([
    [0, 'hei', false],
    [0, 'hei du', true],
    [1, 'er', false],
  ]);
  fake?.tell('error', { error: 'no-speech' });
  fake?.tell('end');
  expect(ended.mock.calls).toEqual([[false]]);
});

test('CAP-13 stopped, it says nothing more; and what it cannot is told', () => {
  const { made } = stub('available');
  const [heard, ended] = [vi.fn(), vi.fn()];
  const stop = hearOwn('nb-NO', microphone, { heard, ended });
  stop();
  made[0]?.tell('result', { resultIndex: 0, results: [words('hemmelig', true)] });
  made[0]?.tell('end');
  expect([made[0]?.aborted, heard.mock.calls, ended.mock.calls]).toEqual([true, [], []]);
  hearOwn('nb-NO', microphone, { heard, ended });
  made[1]?.tell('error', { error: 'language-not-supported' });
  made[1]?.tell('end');
  expect(ended.mock.calls).toEqual([[true]]);
});
