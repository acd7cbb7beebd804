import { expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { channel } from '#shared/wire/contract.ts';
import { makeFakeWire } from '../testing/fake-wire.ts';
import { makeChannels } from './channel-store.ts';

const log = channel<readonly string[], string>({
  name: 'log',
  action: 'session/join',
  state: z.array(z.string()),
  fact: z.string(),
  evolve: (state, fact) => [...state, fact],
});
const ID = 'one';
const facts = (revision: number, ...said: string[]) => ({
  channel: 'log',
  id: ID,
  revisions: [{ revision, facts: said }],
});

async function opened(revision = 3, snapshot = ['a', 'b', 'c']) {
  const fake = makeFakeWire();
  await fake.setLine(true);
  const channels = makeChannels(fake.wire);
  const open = channels.open(log, ID);
  await fake.answer('subscribe', { ok: true, revision, snapshot });
  return { fake, channels, open };
}

test('it is opening until the snapshot, and facts heard meanwhile are not lost', async () => {
  const fake = makeFakeWire();
  await fake.setLine(true);
  const open = makeChannels(fake.wire).open(log, ID);
  expect(open.status()).toEqual({ status: 'opening' });
  expect(fake.waiting('subscribe')).toEqual([{ channel: 'log', id: ID, after: null }]);
  fake.say('facts', facts(4, 'd'));
  await fake.answer('subscribe', { ok: true, revision: 3, snapshot: ['a', 'b', 'c'] });
  expect(open.state()).toEqual(['a', 'b', 'c', 'd']);
  expect(open.status()).toEqual({ status: 'live' });
});

test('facts of other channels do not touch it', async () => {
  const { fake, open } = await opened();
  fake.say('facts', { ...facts(4, 'x'), id: 'another' });
  expect(open.state()).toEqual(['a', 'b', 'c']);
});

test('a gap is asked for once, after a moment, from where we stand', async () => {
  const { fake, open } = await opened();
  fake.say('facts', facts(6, 'f'));
  fake.say('facts', facts(7, 'g'));
  expect(open.status()).toEqual({ status: 'live' });
  await vi.waitFor(() => expect(fake.waiting('subscribe')).toHaveLength(1));
  expect(fake.waiting('subscribe')).toEqual([{ channel: 'log', id: ID, after: 3 }]);
  await fake.answer('subscribe', {
    ok: true,
    revision: 7,
    revisions: [
      { revision: 4, facts: ['d'] },
      { revision: 5, facts: ['e'] },
    ],
  });
  expect(open.state()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
});

test('a head beyond ours shows a miss in silence', async () => {
  const { fake } = await opened();
  fake.say('head', { channel: 'log', id: ID, revision: 5 });
  await vi.waitFor(() => expect(fake.waiting('subscribe')).toHaveLength(1));
});

test('X6 after a drop it asks from where it stands, and shows what it has meanwhile', async () => {
  const { fake, open } = await opened();
  await fake.setLine(false);
  expect(open.status()).toEqual({ status: 'behind' });
  expect(open.state()).toEqual(['a', 'b', 'c']);
  await fake.setLine(true);
  expect(fake.waiting('subscribe')).toEqual([{ channel: 'log', id: ID, after: 3 }]);
  await fake.answer('subscribe', { ok: true, revision: 3, revisions: [] });
  expect(open.status()).toEqual({ status: 'live' });
});

test('X6 on a new line it is behind until the server has answered: the seat may be gone', async () => {
  const { fake, open } = await opened();
  await fake.setLine(false);
  await fake.setLine(true);
  expect(open.status()).toEqual({ status: 'behind' });
  await fake.answer('subscribe', { ok: false, refusal: 'not-joined' });
  expect(open.status()).toEqual({ status: 'closed', why: 'not-joined' });
});

test('a lost seat closes it, and joining anew opens it from nothing', async () => {
  const { fake, open } = await opened();
  await fake.setLine(false);
  await fake.setLine(true);
  await fake.answer('subscribe', { ok: false, refusal: 'not-joined' });
  expect(open.status()).toEqual({ status: 'closed', why: 'not-joined' });
  open.reopen();
  expect(fake.waiting('subscribe')).toEqual([{ channel: 'log', id: ID, after: null }]);
});

test('a right that is taken away closes it, and nothing is heard after that', async () => {
  const { fake, open } = await opened();
  fake.say('closed', { channel: 'log', id: ID });
  await fake.answer('subscribe', { ok: false, refusal: 'not-found' });
  fake.say('facts', facts(4, 'd'));
  expect(open.status()).toEqual({ status: 'closed', why: 'not-found' });
});

test('a right that has changed starts it anew: what the other audience heard is not ours', async () => {
  const { fake, open } = await opened();
  fake.say('closed', { channel: 'log', id: ID });
  expect(fake.waiting('subscribe')).toEqual([{ channel: 'log', id: ID, after: null }]);
  await fake.answer('subscribe', { ok: true, revision: 3, snapshot: ['for us'] });
  expect(open.state()).toEqual(['for us']);
});

test('X16 a server that was put back to an earlier state is believed', async () => {
  const { fake, open } = await opened();
  await fake.setLine(false);
  await fake.setLine(true);
  await fake.answer('subscribe', { ok: true, revision: 1, snapshot: ['a'] });
  expect(open.state()).toEqual(['a']);
  fake.say('facts', facts(2, 'other'));
  expect(open.state()).toEqual(['a', 'other']);
});

test('what a reply confirms is on the screen before the reply is handed over', async () => {
  const { fake, channels, open } = await opened();
  const order: string[] = [];
  open.whenFact((fact) => order.push(fact));
  const reached = channels
    .reached([{ channel: 'log', id: ID, revision: 4 }])
    .then(() => order.push('reached'));
  await fake.settle();
  expect(order).toEqual([]);
  fake.say('facts', facts(4, 'd'));
  await reached;
  expect(order).toEqual(['d', 'reached']);
});

test('nobody waits for a channel that is closed, or was never opened', async () => {
  const { fake, channels } = await opened();
  const reached = channels.reached([
    { channel: 'log', id: ID, revision: 9 },
    { channel: 'other', id: ID, revision: 1 },
  ]);
  await fake.setLine(false);
  await fake.setLine(true);
  await fake.answer('subscribe', { ok: false, refusal: 'not-joined' });
  await reached;
});

test('letting go tells the server and hears nothing more', async () => {
  const { fake, open } = await opened();
  const done = open.letGo();
  expect(fake.waiting('unsubscribe')).toEqual([{ channel: 'log', id: ID }]);
  await fake.answer('unsubscribe', { ok: true });
  await done;
  fake.say('facts', facts(4, 'd'));
  expect(open.state()).toEqual(['a', 'b', 'c']);
});

test('what there is no right to any more is wiped from memory', async () => {
  const { fake, open } = await opened();
  fake.say('closed', { channel: 'log', id: ID });
  await fake.answer('subscribe', { ok: false, refusal: 'not-found' });
  expect(open.status()).toEqual({ status: 'closed', why: 'not-found' });
  expect(open.state()).toBeUndefined();
});

test('a channel that is told to forget knows nothing', async () => {
  const { open } = await opened();
  open.forget();
  expect(open.state()).toBeUndefined();
});
