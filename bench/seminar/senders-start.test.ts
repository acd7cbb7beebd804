import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { startSenders } from './senders-start.ts';

/** Answers the first question and no other, as a library that hangs. */
const HANGS = `let asked = 0;
process.on('message', () => {
  asked += 1;
  if (asked === 1) process.send({ ok: true, received: process.pid });
});`;
const REFUSES = `process.on('message', ({ name }) =>
  process.send(name === 'count' ? { ok: true, received: process.pid } : { ok: false, error: 'no' }));`;
const ENDS = `process.on('message', () => process.exit());`;

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function sendersOf(program: string) {
  const folder = await mkdtemp(path.join(tmpdir(), 'mellom-senders-'));
  const file = path.join(folder, 'senders.mjs');
  await writeFile(file, program);
  const senders = startSenders(file, 2_000);
  closing.push(senders.stop, () => rm(folder, { recursive: true }));
  return senders;
}

const lives = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test('L9 senders that hang say so within a time, are ended, and others take their place', async () => {
  const senders = await sendersOf(HANGS);
  const first = await senders.received();
  await expect(senders.received()).rejects.toThrow('count: nothing within 2 s');
  await expect.poll(() => lives(first)).toBe(false);
  expect(await senders.received()).not.toBe(first);
  // Those who hang are not waited for on the way out either.
  await senders.leave();
});

test('L9 senders that end say so, and others take their place', async () => {
  const senders = await sendersOf(ENDS);
  await expect(senders.received()).rejects.toThrow('the senders ended');
  await expect(senders.received()).rejects.toThrow('the senders ended');
});

test('L9 one who does not come in leaves the others where they are', async () => {
  const senders = await sendersOf(REFUSES);
  const before = await senders.received();
  const member = {
    cookie: '',
    sessionId: '',
    askPass: async () => ({ token: '', tookMs: 0 }),
    leave: () => undefined,
  };
  await expect(senders.enter(member, 'http://127.0.0.1:9', null)).rejects.toThrow('enter: no');
  expect(await senders.received()).toBe(before);
});
