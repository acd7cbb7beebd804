import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeLanes } from './lanes.ts';
import type { Done, Work } from './unit-of-work.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => void vi.useRealTimers());

/** Lanes over transactions that take no time, and how many works were in each. */
function lanesThatCount() {
  const transactions: string[][] = [];
  let failing = false;
  const keep = <T>(works: readonly Work<T>[]): Promise<Done<T>[]> => {
    const values = works.map((work) => work as unknown as { readonly name: string });
    transactions.push(values.map(({ name }) => name));
    return Promise.resolve(values.map(({ name }) => ({ value: name as T, revisions: [] })));
  };
  const inLane = makeLanes({
    transact: async (work) => (await keep([work]))[0] as never,
    transactAll: async (works) => {
      if (failing) throw new Error('nobody knows');
      return (await keep(works)).map((value) => ({ status: 'fulfilled', value }) as never);
    },
  });
  const call = async (name: string, lane = 'session') =>
    (await inLane(lane, { name } as unknown as Work<string>)).value;
  return {
    call,
    transactions,
    sizes: () => transactions.map((names) => names.length),
    failTogether: () => {
      failing = true;
    },
  };
}

/** One call every so often, whoever has been answered. */
async function calls(call: (name: string) => Promise<string>, count: number, everyMs: number) {
  const answers: Promise<string>[] = [];
  for (let nth = 0; nth < count; nth++) {
    answers.push(call(`${nth}`));
    await vi.advanceTimersByTimeAsync(everyMs);
  }
  await vi.advanceTimersByTimeAsync(50);
  return Promise.all(answers);
}

test('CALL-7 a lone call waits for nobody', async () => {
  const { call, sizes } = lanesThatCount();
  expect(await call('a')).toBe('a');
  await vi.advanceTimersByTimeAsync(60);
  expect(await call('b')).toBe('b');
  expect(sizes()).toEqual([1, 1]);
});

test('CALL-7 in a rush a lane commits twenty times a second, and keeps the order of its calls', async () => {
  const { call, sizes, transactions } = lanesThatCount();
  const answers = await calls(call, 100, 10);
  expect(answers).toEqual(Array.from({ length: 100 }, (_, nth) => `${nth}`));
  expect(transactions.flat()).toEqual(answers);
  expect(sizes().length).toBeLessThanOrEqual(22);
});

test('CALL-7 whoever calls alone, one call after the other, is held up once a second at most', async () => {
  const { call } = lanesThatCount();
  await call('first');
  const second = call('second');
  await vi.advanceTimersByTimeAsync(50);
  await second;
  const before = performance.now();
  for (let nth = 0; nth < 100; nth++) await call(`${nth}`);
  expect(performance.now()).toBe(before);
});

test('CALL-7 as many as may share a commit wait no longer', async () => {
  const { call, sizes } = lanesThatCount();
  await call('first');
  const many = Array.from({ length: 40 }, (_, nth) => call(`${nth}`));
  await Promise.all(many.slice(0, 32));
  expect(sizes()).toEqual([1, 32]);
  await vi.advanceTimersByTimeAsync(50);
  await Promise.all(many);
  expect(sizes()).toEqual([1, 32, 8]);
});

test('CALL-7 calls of different lanes do not wait for each other', async () => {
  const { call, sizes } = lanesThatCount();
  await Promise.all(Array.from({ length: 5 }, (_, nth) => call('one', `lane ${nth}`)));
  expect(sizes()).toEqual([1, 1, 1, 1, 1]);
});

test('CALL-7 what could not be kept together is tried one by one', async () => {
  const { call, failTogether, sizes } = lanesThatCount();
  failTogether();
  const answers = await calls(call, 20, 10);
  expect(answers).toEqual(Array.from({ length: 20 }, (_, nth) => `${nth}`));
  expect(sizes().every((size) => size === 1)).toBe(true);
});
