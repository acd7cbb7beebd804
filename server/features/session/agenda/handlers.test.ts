import { afterAll, beforeAll, expect, test } from 'vitest';
import { stepAgenda } from '#shared/features/session/agenda/commands.ts';
import { HOUR_MS } from '#shared/kernel/duration.ts';
import { enter, planSession, read } from '../../../testing/planned-session.ts';
import { createWorld, type World } from '../../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test('AGENDA-1 any assigned teacher who is in may step, leading or not, forward and back', async () => {
  const { sessionId, anne, bjorn, agenda } = await planSession(world);
  const [first, , third] = agenda;
  const line = await enter(world, sessionId, anne);
  const step = (who: typeof anne, from: typeof first | null, to: typeof first) =>
    world.call(who, stepAgenda, { sessionId, from, to });
  expect(await step(bjorn, null, first)).toMatchObject({ refusal: 'not-joined' });
  await enter(world, sessionId, bjorn);
  expect(await step(bjorn, null, third)).toMatchObject({ ok: true });
  expect(await step(anne, third, first)).toMatchObject({ ok: true });
  expect((await read(line, sessionId)).state.agenda).toMatchObject({
    currentId: first,
    since: world.clock.now(),
  });
});

test('AGENDA-2 two presses at once make one step', async () => {
  const { sessionId, anne, bjorn, agenda } = await planSession(world);
  const [first, second] = agenda;
  const line = await enter(world, sessionId, anne);
  await enter(world, sessionId, bjorn);
  await world.call(anne, stepAgenda, { sessionId, from: null, to: first });
  const press = { sessionId, from: first, to: second };
  const replies = await Promise.all([
    world.call(anne, stepAgenda, press),
    world.call(bjorn, stepAgenda, press),
  ]);
  expect(replies.map((reply) => (reply.ok ? 'stepped' : reply.refusal)).sort()).toEqual([
    'already-stepped',
    'stepped',
  ]);
  expect((await read(line, sessionId)).state.agenda.currentId).toBe(second);
});

test('AGENDA-3 an item of another session is unknown here', async () => {
  const { sessionId, anne } = await planSession(world);
  const other = await planSession(world);
  await enter(world, sessionId, anne);
  const ask = { sessionId, from: null, to: other.agenda[0] };
  expect(await world.call(anne, stepAgenda, ask)).toMatchObject({ refusal: 'unknown-item' });
});

test('AGENDA-4 after the door has closed nothing is stepped', async () => {
  const { sessionId, anne, agenda } = await planSession(world);
  await enter(world, sessionId, anne);
  world.clock.advance(3 * HOUR_MS);
  const ask = { sessionId, from: null, to: agenda[0] };
  expect(await world.call(anne, stepAgenda, ask)).toMatchObject({ refusal: 'session-over' });
  world.clock.advance(-3 * HOUR_MS);
});

test('row 11: students and other teachers are told nothing', async () => {
  const { sessionId, kari, agenda } = await planSession(world);
  const other = await planSession(world);
  await enter(world, sessionId, kari);
  const ask = { sessionId, from: null, to: agenda[0] };
  for (const who of [kari, other.anne]) {
    expect(await world.call(who, stepAgenda, ask)).toMatchObject({ refusal: 'not-found' });
  }
});
