import { afterAll, beforeAll, expect, test } from 'vitest';
import { homePage } from '#shared/features/programme/calendar/queries.ts';
import { writeNotes } from '#shared/features/session/notes/commands.ts';
import { sessionDoor } from '#shared/features/session/roster/queries.ts';
import { HOUR_MS } from '#shared/kernel/duration.ts';
import { enter, planSession, read } from '../../../testing/planned-session.ts';
import { createWorld, type World } from '../../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const notes = {
  topics: 'Å si nei',
  workingForm: 'Grupperom og runde',
  voluntary: 'Runden',
  alternatives: 'Skriv i samtalen',
};

test('NOTES-1 what a teacher writes before the session is read at the door, on Nå and in the room', async () => {
  const { sessionId, bjorn, kari } = await planSession(world);
  expect(await world.call(bjorn, writeNotes, { sessionId, seen: 0, notes })).toMatchObject({
    ok: true,
    value: { notes: { ...notes, version: 1 } },
  });
  const read1 = { ...notes, version: 1 };
  expect(await world.ask(kari, sessionDoor, { sessionId })).toMatchObject({
    value: { notes: read1, mayEdit: false },
  });
  expect(await world.ask(kari, homePage, {})).toMatchObject({ value: { next: { notes: read1 } } });
  const line = await enter(world, sessionId, kari);
  expect((await read(line, sessionId)).state.notes).toEqual(read1);
});

test('NOTES-1 whoever is in reads it as it is written', async () => {
  const { sessionId, anne, kari } = await planSession(world);
  const line = await enter(world, sessionId, kari);
  const { revision } = await read(line, sessionId);
  await world.call(anne, writeNotes, { sessionId, seen: 0, notes });
  const now = await read(line, sessionId);
  expect(now.state.notes).toEqual({ ...notes, version: 1 });
  expect(now.revision).toBe(revision + 1);
});

test('NOTES-2 of two who write at once one is told, and the words of the other stand', async () => {
  const { sessionId, anne, bjorn } = await planSession(world);
  const write = (who: typeof anne, topics: string) =>
    world.call(who, writeNotes, { sessionId, seen: 0, notes: { ...notes, topics } });
  const replies = await Promise.all([write(anne, 'Annes'), write(bjorn, 'Bjørns')]);
  expect(replies.map((reply) => (reply.ok ? 'written' : reply.refusal)).sort()).toEqual([
    'notes-changed',
    'written',
  ]);
  expect(await world.ask(anne, sessionDoor, { sessionId })).toMatchObject({
    value: { notes: { topics: replies[0]?.ok ? 'Annes' : 'Bjørns', version: 1 } },
  });
});

test('NOTES-3 bad input stays out, and so does everything when the session is over', async () => {
  const { sessionId, anne } = await planSession(world);
  for (const bad of [{ ...notes, topics: 'a'.repeat(501) }, { ...notes, voluntary: '\0' }, {}])
    expect(
      await world.call(anne, writeNotes, { sessionId, seen: 0, notes: bad } as never),
    ).toMatchObject({ refusal: 'bad-input' });
  const over = await planSession(world, { startsAt: world.clock.now() - 4 * HOUR_MS });
  const ask = { sessionId: over.sessionId, seen: 0, notes };
  expect(await world.call(over.anne, writeNotes, ask)).toMatchObject({ refusal: 'session-over' });
});

test('row 8: students and other teachers write nothing', async () => {
  const { sessionId, kari } = await planSession(world);
  const other = await planSession(world);
  for (const who of [kari, other.anne])
    expect(await world.call(who, writeNotes, { sessionId, seen: 0, notes })).toMatchObject({
      refusal: 'not-found',
    });
});
