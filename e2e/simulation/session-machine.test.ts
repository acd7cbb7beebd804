import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../../server/testing/world.ts';
import { BEGUN, GUEST_STEPS, LOBBY_STEPS, TO_THE_END } from './lobby-commands.ts';
import { POLL_STEPS } from './poll-commands.ts';
import { RealSession } from './real-session.ts';
import { COMING_STEPS, ROOM_STEPS } from './session-commands.ts';
import { SessionModel } from './session-model.ts';
import type { Kind } from './session-people.ts';

/** How many sessions are lived through: can be set from the environment (docs/promises.md §7). */
const RUNS = Number(process.env.RUNS ?? 40);

let world: World;
beforeAll(async () => {
  world = await createWorld();
  // Here servers die, PostgreSQL does not. This saves most of the time.
  await world.test.database.execute(
    sql`do $$ begin execute format('alter database %I set synchronous_commit = off', current_database()); end $$`,
  );
});
afterAll(() => world.close());

const DOOR_STEPS = [...COMING_STEPS, ...LOBBY_STEPS, ...GUEST_STEPS];
const LONG = { size: '+1', maxCommands: 40 } as const;
/** From an empty room, where anything may happen; or from a lobby with people in it, where the door is what happens. */
const STORIES = [
  { beginning: [], steps: fc.commands([...ROOM_STEPS, ...POLL_STEPS, ...DOOR_STEPS], LONG) },
  { beginning: BEGUN, steps: fc.commands(DOOR_STEPS, LONG) },
].map(({ beginning, steps }) => fc.tuple(fc.constant(beginning), steps));

test(`X7 F3 F5 LOBBY GUEST NAMES TEAM ROSTER HAND END ORDER PAUSE POLL ${RUNS} sessions from the lobby to the end, with crashes, go as docs/rules tell them`, {
  timeout: 60_000 + RUNS * 10_000,
}, async () => {
  let steps = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<Kind>('teaching', 'circle'),
      fc.oneof(...STORIES),
      async (kind, [beginning, commands]) => {
        const real = await RealSession.plan(world, kind);
        try {
          const both = { model: new SessionModel(kind), real };
          await fc.asyncModelRun(() => both, [...beginning, ...commands, ...TO_THE_END]);
          await real.judge();
        } finally {
          world = real.world;
        }
        steps += [...commands].length;
      },
    ),
    { numRuns: RUNS },
  );
  // A machine in which nothing happens proves nothing.
  expect(steps).toBeGreaterThan(RUNS * 8);
});
