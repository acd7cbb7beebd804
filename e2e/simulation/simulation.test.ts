import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../../server/testing/world.ts';
import { simulate } from './simulation.ts';

/** How many stories, and from which seed on: both can be set from the environment (docs/promises.md §7). */
const SEEDS = Number(process.env.SEEDS ?? 90);
const FIRST_SEED = Number(process.env.FIRST_SEED ?? 1);

let world: World;
beforeAll(async () => {
  world = await createWorld();
  // Here servers die, PostgreSQL does not: its own promise is proved by server/storage. This saves most of the time.
  await world.test.database.execute(
    sql`do $$ begin execute format('alter database %I set synchronous_commit = off', current_database()); end $$`,
  );
});
afterAll(() => world.close());

test(`X7 ${SEEDS} stories with drops, repeats, reordering and crashes: nothing lost, nothing twice, one order`, {
  timeout: 60_000 + SEEDS * 5_000,
}, async () => {
  const total = { calls: 0, revisions: 0, crashes: 0 };
  for (let seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
    const { wrong, calls, revisions, crashes } = await simulate(world, seed);
    expect(wrong, `seed ${seed}`).toEqual([]);
    total.calls += calls;
    total.revisions += revisions;
    total.crashes += crashes.length;
  }
  // A simulation in which nothing happens proves nothing.
  expect(total.revisions).toBeGreaterThan(SEEDS * 10);
  expect(total.crashes).toBeGreaterThan(SEEDS * 0.5);
});

test('X7 a story follows from its seed alone, whatever was told before it', async () => {
  const alone = await simulate(world, 186);
  await simulate(world, 185);
  expect(await simulate(world, 186)).toEqual(alone);
});
