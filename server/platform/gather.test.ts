import { expect, test } from 'vitest';
import { gather } from './gather.ts';

/** Loads that the test lets finish, and what each was asked. */
function heldLoads(limits: { atOnce: number; most: number }) {
  const asked: number[][] = [];
  const held: PromiseWithResolvers<void>[] = [];
  const ask = gather<number, string>(async (asks) => {
    asked.push([...asks]);
    const mine = Promise.withResolvers<void>();
    held.push(mine);
    await mine.promise;
    return Promise.allSettled(
      asks.map((each) => (each < 0 ? Promise.reject(new Error('no')) : Promise.resolve(`${each}`))),
    );
  }, limits);
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  return {
    ask,
    asked,
    finish: async () => {
      held.shift()?.resolve();
      await turn();
    },
    fail: async () => {
      held.shift()?.reject(new Error('all'));
      await turn();
    },
  };
}

test('S16 a lone ask goes at once, and those that come meanwhile share the next load', async () => {
  const { ask, asked, finish } = heldLoads({ atOnce: 1, most: 10 });
  const answers = [1, 2, 3].map(ask);
  expect(asked).toEqual([[1]]);
  await finish();
  expect(asked).toEqual([[1], [2, 3]]);
  await finish();
  expect(await Promise.all(answers)).toEqual(['1', '2', '3']);
  void ask(4);
  expect(asked.at(-1)).toEqual([4]);
});

test('S16 no load is larger, and no more run at once, than allowed', async () => {
  const { ask, asked, finish } = heldLoads({ atOnce: 2, most: 3 });
  const answers = Array.from({ length: 9 }, (_, nth) => ask(nth));
  expect(asked).toEqual([[0], [1]]);
  await finish();
  expect(asked.at(-1)).toEqual([2, 3, 4]);
  for (let load = 0; load < 3; load++) await finish();
  expect(asked).toEqual([[0], [1], [2, 3, 4], [5, 6, 7], [8]]);
  await finish();
  expect(await Promise.all(answers)).toHaveLength(9);
});

test('S16 one that fails fails alone; a load that fails is everybody’s, and the next goes on', async () => {
  const { ask, finish, fail } = heldLoads({ atOnce: 1, most: 10 });
  const first = ask(1);
  const together = Promise.allSettled([ask(2), ask(-3), ask(4)]);
  await finish();
  await finish();
  expect(await first).toBe('1');
  expect((await together).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
  const lost = Promise.allSettled([ask(5)]);
  const later = ask(6);
  await fail();
  expect((await lost)[0]).toMatchObject({ status: 'rejected', reason: new Error('all') });
  await finish();
  expect(await later).toBe('6');
});
