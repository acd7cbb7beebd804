import { afterAll, beforeAll, expect, test } from 'vitest';
import { editAgenda, stepAgenda } from '#shared/features/session/agenda/commands.ts';
import { editableAgenda } from '#shared/features/session/agenda/queries.ts';
import { sessionChannel } from '#shared/features/session/channel.ts';
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

const round = { title: 'Runde', about: 'Alle får ordet.', minutes: 30, kind: 'item' } as const;
type Planned = Awaited<ReturnType<typeof planSession>>;

async function plannedNow({ sessionId, anne }: Planned) {
  const asked = await world.ask(anne, editableAgenda, { sessionId });
  if (!asked.ok) throw new Error(asked.refusal);
  return asked.value.agenda;
}

test('AGENDA-5 a teacher changes it before anybody has come, and it is so for whoever comes', async () => {
  const planned = await planSession(world, { startsAt: world.clock.now() + HOUR_MS });
  const { sessionId, bjorn, agenda } = planned;
  const [first, second, third] = agenda;
  const edits = [
    { do: 'add', item: round, place: 2 },
    { do: 'move', itemId: third, place: 0 },
    { do: 'change', itemId: first, item: { ...round, title: 'Ordet rundt' } },
    { do: 'remove', itemId: second },
  ] as const;
  for (const [seen, edit] of edits.entries())
    expect(await world.call(bjorn, editAgenda, { sessionId, seen, edit })).toMatchObject({
      ok: true,
      value: { agenda: { version: seen + 1 } },
    });
  const { items, version, currentId } = await plannedNow(planned);
  expect(version).toBe(4);
  expect(currentId).toBeNull();
  expect(items.map(({ title, minutes }) => [title, minutes])).toEqual([
    ['Samtale', 40],
    ['Ordet rundt', 30],
    ['Runde', 30],
  ]);
  world.clock.advance(HOUR_MS);
  const line = await enter(world, sessionId, planned.kari);
  expect((await read(line, sessionId)).state.agenda).toMatchObject({ items, version: 4 });
  world.clock.advance(-HOUR_MS);
});

test('AGENDA-5 whoever is in sees the change, whoever made it', async () => {
  const planned = await planSession(world);
  const { sessionId, anne, bjorn, kari, agenda } = planned;
  await enter(world, sessionId, anne);
  const line = await enter(world, sessionId, kari);
  const ask = { sessionId, seen: 0, edit: { do: 'remove', itemId: agenda[1] } } as const;
  expect(await world.call(bjorn, editAgenda, ask)).toMatchObject({ ok: true });
  const missed = await line.subscribe(sessionChannel, sessionId);
  expect(missed).toMatchObject({ snapshot: { agenda: { version: 1, items: { length: 2 } } } });
});

test('AGENDA-6 of two changes at once one is made, and the other is told', async () => {
  const planned = await planSession(world);
  const { sessionId, anne, bjorn, agenda } = planned;
  const change = (who: typeof anne, title: string) =>
    world.call(who, editAgenda, {
      ...{ sessionId, seen: 0 },
      edit: { do: 'change', itemId: agenda[0], item: { ...round, title } },
    });
  const replies = await Promise.all([change(anne, 'Annes'), change(bjorn, 'Bjørns')]);
  expect(replies.map((reply) => (reply.ok ? 'changed' : reply.refusal)).sort()).toEqual([
    'agenda-changed',
    'changed',
  ]);
  const won = replies[0]?.ok ? 'Annes' : 'Bjørns';
  expect((await plannedNow(planned)).items[0]).toMatchObject({ title: won });
});

test('AGENDA-7 the item that is on stays, and the line of facts says nothing of a refusal', async () => {
  const planned = await planSession(world);
  const { sessionId, anne, agenda } = planned;
  const line = await enter(world, sessionId, anne);
  await world.call(anne, stepAgenda, { sessionId, from: null, to: agenda[0] });
  const { revision } = await read(line, sessionId);
  const remove = { sessionId, seen: 0, edit: { do: 'remove', itemId: agenda[0] } } as const;
  expect(await world.call(anne, editAgenda, remove)).toMatchObject({ refusal: 'current-item' });
  expect((await read(line, sessionId)).revision).toBe(revision);
});

test('AGENDA-8 an item of another session is unknown, the forty-first is one too many, and bad input stays out', async () => {
  const planned = await planSession(world);
  const other = await planSession(world);
  const { sessionId, anne } = planned;
  const edit = (seen: number, what: unknown) =>
    world.call(anne, editAgenda, { sessionId, seen, edit: what } as never);
  expect(await edit(0, { do: 'remove', itemId: other.agenda[0] })).toMatchObject({
    refusal: 'unknown-item',
  });
  expect((await plannedNow(other)).items).toHaveLength(3);
  for (let seen = 0; seen < 37; seen += 1) await edit(seen, { do: 'add', item: round, place: 40 });
  expect(await edit(37, { do: 'add', item: round, place: 0 })).toMatchObject({
    refusal: 'too-many-items',
  });
  expect((await plannedNow(planned)).items).toHaveLength(40);
  for (const bad of [
    { do: 'add', item: { ...round, title: '\0' }, place: 0 },
    { do: 'add', item: { ...round, minutes: 1e9 }, place: 0 },
    { do: 'move', itemId: planned.agenda[0], place: -1 },
    { do: 'everything' },
  ])
    expect(await edit(37, bad)).toMatchObject({ refusal: 'bad-input' });
});

test('AGENDA-4 after the door has closed, or when it was cancelled, nothing is changed', async () => {
  const cancelled = await planSession(world, { cancelled: true });
  const over = await planSession(world, { startsAt: world.clock.now() - 4 * HOUR_MS });
  for (const { sessionId, anne, agenda } of [cancelled, over]) {
    const ask = { sessionId, seen: 0, edit: { do: 'move', itemId: agenda[0], place: 1 } } as const;
    expect(await world.call(anne, editAgenda, ask)).toMatchObject({ refusal: 'session-over' });
  }
});

test('row 8: students and other teachers change nothing, and are told nothing', async () => {
  const { sessionId, kari, agenda } = await planSession(world);
  const other = await planSession(world);
  await enter(world, sessionId, kari);
  const ask = { sessionId, seen: 0, edit: { do: 'move', itemId: agenda[0], place: 1 } } as const;
  for (const who of [kari, other.anne]) {
    expect(await world.call(who, editAgenda, ask)).toMatchObject({ refusal: 'not-found' });
    expect(await world.ask(who, editableAgenda, { sessionId })).toMatchObject({
      refusal: 'not-found',
    });
  }
});
