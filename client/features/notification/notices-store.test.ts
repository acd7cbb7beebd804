import { expect, test } from 'vitest';
import type { Send } from '../../platform/send.ts';
import { createNotices } from './notices-store.ts';

const before = {
  choices: [{ kind: 'deadline', way: 'mail', wanted: true }] as const,
  quiet: { from: '21:00', until: '08:00' },
  hasMailbox: true,
};
const own = { ...before, choices: [...before.choices], devices: [] };

/** Answers as it is told to, one call after the other. */
function answering(...answers: object[]): Send {
  return (async () => answers.shift()) as unknown as Send;
}

test('F75 a choice counts at once, and goes back where it was refused', async () => {
  const store = createNotices(own, answering({ ok: false, refusal: 'try-again' }));
  const done = store.choose({ kind: 'deadline', way: 'mail', wanted: false });
  expect(store.choices()[0]?.wanted).toBe(false);
  expect(store.saving().at).toBe('sending');
  await done;
  expect(store.choices()[0]?.wanted).toBe(true);
  expect(store.saving()).toEqual({ at: 'refused', why: 'try-again' });
});

test('F75 hours that were refused are the earlier ones again; kept ones stay', async () => {
  const store = createNotices(
    own,
    answering({ ok: true, value: {} }, { ok: false, refusal: 'no-time-between' }),
  );
  await store.setQuiet({ from: '22:00', until: '07:00' });
  expect(store.saving().at).toBe('saved');
  await store.setQuiet({ from: '07:00', until: '07:00' });
  expect(store.quiet()).toEqual({ from: '22:00', until: '07:00' });
});
