import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CallId } from '#shared/kernel/ids.ts';
import { makeFakeWire } from '../testing/fake-wire.ts';
import { type CallKeeper, makeOutbox, type Outbox, type UnsentCall, weigh } from './outbox.ts';

const id = (text: string) => text as CallId;
const call = (name: string, order: number, lane: string | null = null): UnsentCall => ({
  callId: id(`${name}-${order}`),
  name,
  input: {},
  lane,
  order,
});
const ok = { ok: true, value: {}, revisions: [] } as const;

function setUp() {
  const kept = new Map<CallId, UnsentCall>();
  const keeper: CallKeeper = {
    keep: (unsent) => kept.set(unsent.callId, unsent),
    forget: (callId) => kept.delete(callId),
  };
  const fake = makeFakeWire();
  const outbox = makeOutbox(fake.wire, keeper);
  const sent = () => fake.waiting('command').map((one) => one.callId);
  return { fake, outbox, kept, sent };
}

const lasting = { lasting: true };

test('a call waits for the line, and is kept on the device until the answer', async () => {
  const { fake, outbox, kept, sent } = setUp();
  const reply = outbox.add(call('post', 1), lasting);
  expect(sent()).toEqual([]);
  expect(outbox.entries()).toMatchObject([{ standing: 'waiting' }]);
  await fake.setLine(true);
  expect(sent()).toEqual(['post-1']);
  expect(kept.size).toBe(1);
  await fake.answer('command', ok);
  expect(await reply).toEqual(ok);
  expect(kept.size).toBe(0);
  expect(outbox.entries()).toEqual([]);
});

test('F8 after a drop the same call id goes again, and a second answer is not awaited', async () => {
  const { fake, outbox, sent } = setUp();
  await fake.setLine(true);
  outbox.add(call('post', 1), lasting);
  await fake.setLine(false);
  expect(outbox.entries()).toMatchObject([{ callId: 'post-1', standing: 'waiting' }]);
  await fake.setLine(true);
  expect(sent()).toEqual(['post-1']);
});

describe('a lane', () => {
  test('lets one call through at a time, in the order they were made', async () => {
    const { fake, outbox, sent } = setUp();
    await fake.setLine(true);
    outbox.openLane('session');
    outbox.add(call('b', 2, 'session'), lasting);
    outbox.add(call('a', 1, 'session'), lasting);
    outbox.add(call('c', 3, 'session'), lasting);
    expect(sent()).toEqual(['b-2']);
    await fake.answer('command', ok);
    expect(sent()).toEqual(['a-1']);
    await fake.answer('command', ok);
    expect(sent()).toEqual(['c-3']);
  });

  test('holds its calls while it is closed; others pass', async () => {
    const { fake, outbox, sent } = setUp();
    await fake.setLine(true);
    outbox.add(call('post', 1, 'session'), lasting);
    outbox.add(call('free', 2), lasting);
    expect(sent()).toEqual(['free-2']);
    outbox.openLane('session');
    expect(sent()).toEqual(['free-2', 'post-1']);
  });

  test('keeps its order across a drop in the middle', async () => {
    const { fake, outbox, sent } = setUp();
    outbox.openLane('session');
    await fake.setLine(true);
    outbox.add(call('a', 1, 'session'), lasting);
    outbox.add(call('b', 2, 'session'), lasting);
    await fake.setLine(false);
    await fake.setLine(true);
    expect(sent()).toEqual(['a-1']);
    await fake.answer('command', ok);
    expect(sent()).toEqual(['b-2']);
  });
});

test('a refusal is final, and told also to those who did not await it', async () => {
  const { fake, outbox } = setUp();
  const heard: string[] = [];
  outbox.whenSettled((unsent, reply) => heard.push(`${unsent.callId} ${reply.ok}`));
  outbox.adopt([call('left', 1)]);
  await fake.setLine(true);
  await fake.answer('command', { ok: false, refusal: 'session-over' });
  expect(heard).toEqual(['left-1 false']);
  expect(outbox.entries()).toEqual([]);
});

test('X3 what cannot be stored just now goes again by itself, with the same id', async () => {
  const { fake, outbox, sent } = setUp();
  await fake.setLine(true);
  outbox.add(call('post', 1), lasting);
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const answered = fake.answer('command', {
    ok: false,
    refusal: 'too-many-calls',
    retryAfterMs: 700,
  });
  await vi.advanceTimersByTimeAsync(1);
  await answered;
  expect(outbox.entries()).toMatchObject([{ standing: 'held' }]);
  await vi.advanceTimersByTimeAsync(690);
  expect(sent()).toEqual([]);
  await vi.advanceTimersByTimeAsync(20);
  expect(sent()).toEqual(['post-1']);
  vi.useRealTimers();
});

describe('X3 while the line is up and nothing is stored', () => {
  const tryAgain = { ok: false, refusal: 'try-again' } as const;
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  /** The wire settles by a timer, and time stands still. */
  const settled = (work: Promise<void>) => Promise.all([work, pass(1)]);
  const standings = (outbox: Outbox) => outbox.entries().map(({ standing }) => standing);

  test('an answer that takes three seconds is missed, by the call and by those behind it', async () => {
    const { fake, outbox, sent } = setUp();
    await settled(fake.setLine(true));
    outbox.openLane('session');
    outbox.add(call('post', 1, 'session'), lasting);
    outbox.add(call('hand', 2, 'session'), lasting);
    const heard = vi.fn();
    outbox.whenChanged(heard);
    await pass(2_900);
    expect(standings(outbox)).toEqual(['sending', 'sending']);
    expect(heard).not.toHaveBeenCalled();
    await pass(200);
    expect(standings(outbox)).toEqual(['held', 'held']);
    expect(heard).toHaveBeenCalled();
    await settled(fake.answer('command', ok));
    expect(standings(outbox)).toEqual(['sending']);
    expect(sent()).toEqual(['hand-2']);
  });

  test('trying again changes nothing in the words until it is stored', async () => {
    const { fake, outbox } = setUp();
    await settled(fake.setLine(true));
    outbox.add(call('post', 1), lasting);
    await settled(fake.answer('command', tryAgain));
    expect(standings(outbox)).toEqual(['held']);
    await pass(1_600);
    expect(fake.waiting('command')).toHaveLength(1);
    expect(standings(outbox)).toEqual(['held']);
    await settled(fake.answer('command', ok));
    expect(standings(outbox)).toEqual([]);
  });

  test('a line that goes down is what they wait for then', async () => {
    const { fake, outbox } = setUp();
    await settled(fake.setLine(true));
    outbox.add(call('post', 1), lasting);
    await pass(3_100);
    await settled(fake.setLine(false));
    expect(standings(outbox)).toEqual(['waiting']);
    await settled(fake.setLine(true));
    expect(standings(outbox)).toEqual(['sending']);
  });
});

test('an ended sign-in keeps the call until a line comes up anew', async () => {
  const { fake, outbox, kept, sent } = setUp();
  await fake.setLine(true);
  outbox.add(call('post', 1), lasting);
  await fake.answer('command', { ok: false, refusal: 'signed-out' });
  expect(sent()).toEqual([]);
  expect(kept.size).toBe(1);
  await fake.setLine(false);
  await fake.setLine(true);
  expect(sent()).toEqual(['post-1']);
});

test('a call taken back is forgotten, and the next goes', async () => {
  const { fake, outbox, kept, sent } = setUp();
  outbox.openLane('session');
  outbox.add(call('a', 1, 'session'), lasting);
  outbox.add(call('b', 2, 'session'), lasting);
  outbox.drop(id('a-1'));
  await fake.setLine(true);
  expect(sent()).toEqual(['b-2']);
  expect([...kept.keys()]).toEqual(['b-2']);
});

test('only a temporary no is weighed as such', () => {
  expect(weigh({ ok: false, refusal: 'try-again' })).toEqual({ waitMs: 1500 });
  expect(weigh({ ok: false, refusal: 'fault', incident: 'K7' })).toBe('final');
  expect(weigh({ ok: false, refusal: 'queue-closed' })).toBe('final');
});
