import { afterAll, beforeAll, expect, test } from 'vitest';
import * as commands from '#shared/features/session/hand-queue/commands.ts';
import { newId } from '../../../platform/new-id.ts';
import { enter, type PlannedSession, planSession, read } from '../../../testing/planned-session.ts';
import { createWorld, type TestLine, type World } from '../../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** Anne, Kari and Ola are in. */
async function live(): Promise<PlannedSession & { readonly line: TestLine }> {
  const planned = await planSession(world);
  const line = await enter(world, planned.sessionId, planned.anne);
  await enter(world, planned.sessionId, planned.kari);
  await enter(world, planned.sessionId, planned.ola);
  return { ...planned, line };
}

async function queueIn(at: PlannedSession & { readonly line: TestLine }) {
  const { handQueue } = (await read(at.line, at.sessionId)).state;
  return { hands: handQueue.hands.map((hand) => hand.personId), word: handQueue.word?.personId };
}

test('HAND-1 hands stand in the order of their raising, from whatever tab', async () => {
  const at = await live();
  const { sessionId, kari, ola } = at;
  await enter(world, sessionId, kari);
  expect(await world.call(kari, commands.raiseHand, { sessionId })).toMatchObject({
    value: { place: 1 },
  });
  expect(await world.call(ola, commands.raiseHand, { sessionId })).toMatchObject({
    value: { place: 2 },
  });
  expect(await world.call(kari, commands.raiseHand, { sessionId })).toMatchObject({
    ok: true,
    value: { place: 1 },
    revisions: [],
  });
  expect(await queueIn(at)).toEqual({ hands: [kari.personId, ola.personId], word: undefined });
});

test('HAND-2 a call that is sent again meets its first answer, also after the hand went down', async () => {
  const at = await live();
  const { sessionId, kari } = at;
  const callId = newId<'call'>();
  const first = await world.call(kari, commands.raiseHand, { sessionId }, callId);
  await world.call(kari, commands.lowerHand, { sessionId });
  expect(await world.call(kari, commands.raiseHand, { sessionId }, callId)).toEqual(first);
  expect((await queueIn(at)).hands).toEqual([]);
});

test('HAND-4 two presses of "next" call one person', async () => {
  const at = await live();
  const { sessionId, anne, bjorn, kari, ola } = at;
  await enter(world, sessionId, bjorn);
  await world.call(kari, commands.raiseHand, { sessionId });
  await world.call(ola, commands.raiseHand, { sessionId });
  const press = { sessionId, expected: kari.personId };
  const replies = await Promise.all([
    world.call(anne, commands.callNext, press),
    world.call(bjorn, commands.callNext, press),
  ]);
  expect(replies.map((reply) => (reply.ok ? 'called' : reply.refusal)).sort()).toEqual([
    'already-called',
    'called',
  ]);
  expect(await queueIn(at)).toEqual({ hands: [ola.personId], word: kari.personId });
  await world.call(anne, commands.callNext, { sessionId, expected: ola.personId });
  expect(await queueIn(at)).toEqual({ hands: [], word: ola.personId });
  expect(await world.call(anne, commands.callNext, press)).toMatchObject({
    refusal: 'queue-empty',
  });
});

test('HAND-5 the word ends by its holder, by a teacher, and for nobody else', async () => {
  const at = await live();
  const { sessionId, anne, kari, ola } = at;
  for (const one of [kari, ola]) await world.call(one, commands.raiseHand, { sessionId });
  await world.call(anne, commands.giveWord, { sessionId, personId: ola.personId });
  expect(await queueIn(at)).toEqual({ hands: [kari.personId], word: ola.personId });
  expect(await world.call(kari, commands.endWord, { sessionId })).toMatchObject({
    refusal: 'has-not-the-word',
  });
  await world.call(ola, commands.endWord, { sessionId });
  expect((await queueIn(at)).word).toBeUndefined();
  await world.call(anne, commands.giveWord, { sessionId, personId: kari.personId });
  await world.call(anne, commands.endWordOf, { sessionId, personId: kari.personId });
  expect(await queueIn(at)).toEqual({ hands: [], word: undefined });
});

test('HAND-7 a closed queue keeps its hands and takes no new ones', async () => {
  const at = await live();
  const { sessionId, anne, kari, ola } = at;
  await world.call(kari, commands.raiseHand, { sessionId });
  await world.call(anne, commands.setQueueOpen, { sessionId, open: false });
  expect(await world.call(ola, commands.raiseHand, { sessionId })).toMatchObject({
    refusal: 'queue-closed',
  });
  expect(await world.call(kari, commands.raiseHand, { sessionId })).toMatchObject({ ok: true });
  await world.call(anne, commands.lowerHandOf, { sessionId, personId: kari.personId });
  expect((await queueIn(at)).hands).toEqual([]);
});

test('row 12: others hands are for assigned teachers who are in; to everybody else there is nothing', async () => {
  const { sessionId, kari, ola, bjorn } = await live();
  const stranger = (await live()).anne;
  await world.call(ola, commands.raiseHand, { sessionId });
  const of = { sessionId, personId: ola.personId };
  const asks = [
    (who: typeof kari) => world.call(who, commands.lowerHandOf, of),
    (who: typeof kari) => world.call(who, commands.giveWord, of),
    (who: typeof kari) => world.call(who, commands.endWordOf, of),
    (who: typeof kari) => world.call(who, commands.callNext, { sessionId, expected: ola.personId }),
    (who: typeof kari) => world.call(who, commands.setQueueOpen, { sessionId, open: false }),
  ];
  for (const ask of asks) {
    expect(await ask(kari)).toMatchObject({ refusal: 'not-found' });
    expect(await ask(stranger)).toMatchObject({ refusal: 'not-found' });
    expect(await ask(bjorn)).toMatchObject({ refusal: 'not-joined' });
  }
});

test('HAND-1 hands raised at once get a place each, none lost and none twice', async () => {
  for (let round = 0; round < 5; round++) {
    const at = await live();
    const { sessionId, anne, bjorn, kari, ola, siri } = at;
    const all = [anne, bjorn, kari, ola, siri];
    for (const somebody of all) await enter(world, sessionId, somebody);
    const replies = await Promise.all(
      all.map((somebody) => world.call(somebody, commands.raiseHand, { sessionId })),
    );
    const places = replies.map((reply) => (reply.ok ? reply.value.place : 0));
    expect([...places].sort()).toEqual([1, 2, 3, 4, 5]);
    const { hands } = await queueIn(at);
    expect(all.map(({ personId }) => hands.indexOf(personId) + 1)).toEqual(places);
  }
});
