import { createRoot } from 'solid-js';
import { beforeEach, expect, test, vi } from 'vitest';
import type { SessionId } from '#shared/kernel/ids.ts';
import { type Begun, begunAmong, createAgreementDraft } from './agreement-draft.ts';

const SESSION = 's' as SessionId;
const STANDS = { version: 3, text: 'Det som sies her, blir her.' };
const device = new Map<string, string>();
const keepDraft = async (name: string, text: string) =>
  void (text === '' ? device.delete(name) : device.set(name, text));

beforeEach(() => {
  device.clear();
  vi.useFakeTimers();
  vi.stubGlobal('document', { addEventListener() {}, removeEventListener() {} });
  return () => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  };
});

const begunNow = (current: typeof STANDS | null = STANDS) => begunAmong(device, SESSION, current);

/** The form as it is opened on a page. */
const open = (begun?: Begun) =>
  createRoot((close) => ({
    ...createAgreementDraft({ keepDraft }, SESSION, STANDS, begun),
    close,
  }));

test('F40 AGREE-7 what is typed is kept on the device, and goes on from where it was on the next page', () => {
  const first = open();
  expect(first.text()).toBe(STANDS.text);
  first.write('Alle kan si pass.');
  vi.advanceTimersByTime(500);
  expect(begunNow()).toEqual({ from: 3, text: 'Alle kan si pass.' });
  const next = open(begunNow());
  expect(next.text()).toBe('Alle kan si pass.');
});

test('F40 AGREE-7 a sheet that is closed at once loses nothing, and words as they stood are nothing', () => {
  const quick = open();
  quick.write('Vi begynner i tide.');
  quick.close();
  expect(begunNow()?.text).toBe('Vi begynner i tide.');
  const back = open(begunNow());
  back.write(STANDS.text);
  back.close();
  expect(device.size).toBe(0);
});

test('F40 AGREE-7 saved or thrown away, nothing is left of it, whatever comes after', () => {
  const form = open();
  form.write('Vi begynner i tide.');
  vi.advanceTimersByTime(500);
  form.end();
  form.close();
  vi.advanceTimersByTime(500);
  expect(device.size).toBe(0);
});

test('F40 AGREE-2 AGREE-7 what was begun from an earlier version is known to be, until the new one has been seen', () => {
  device.set('agreement s 2', 'Alle kan si pass.');
  const form = open(begunNow());
  expect(form.from()).toBe(2);
  form.hasSeen(3);
  form.close();
  expect([...device.keys()]).toEqual(['agreement s 3']);
});

test('F40 AGREE-7 words that stand there already were saved, and those of other sessions are others', () => {
  device.set('agreement s 2', `${STANDS.text} `);
  expect(begunNow()).toBe(undefined);
  device.set('agreement another 1', 'Noe annet');
  expect(begunNow(null)).toEqual({ from: 2, text: `${STANDS.text} ` });
  device.delete('agreement s 2');
  expect(begunNow()).toBe(undefined);
});

test('AGREE-7 what a sign-out has erased is not put back by a form that is still open', () => {
  const form = open();
  form.write('Alle kan si pass.');
  vi.advanceTimersByTime(500);
  device.clear();
  form.close();
  expect(device.size).toBe(0);
});
