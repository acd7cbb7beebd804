import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { stepAgenda } from '#shared/features/session/agenda/commands.ts';
import type { SessionFact } from '#shared/features/session/channel.ts';
import { postMessage } from '#shared/features/session/chat/commands.ts';
import { raiseHand } from '#shared/features/session/hand-queue/commands.ts';
import { startPause } from '#shared/features/session/pause/commands.ts';
import {
  endPauseForAll,
  lengthenPauseForAll,
  sayReady,
  startPauseForAll,
} from '#shared/features/session/pause-for-all/commands.ts';
import { ownReady } from '#shared/features/session/pause-for-all/queries.ts';
import { MINUTE_MS, SECOND_MS } from '#shared/kernel/duration.ts';
import { makeLog } from '../../../platform/log.ts';
import { enter, planSession, read } from '../../../testing/planned-session.ts';
import { createWorld, type Somebody, type World } from '../../../testing/world.ts';
import { makeSeatKeeper } from '../roster/seat-keeper.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** Anne has begun a pause of ten minutes; Bjørn teaches too, Kari and Ola sit there. */
async function inPause() {
  const session = await planSession(world);
  const { sessionId, anne, bjorn, kari, ola } = session;
  const lines = {
    anne: await enter(world, sessionId, anne),
    bjorn: await enter(world, sessionId, bjorn),
    kari: await enter(world, sessionId, kari),
    ola: await enter(world, sessionId, ola),
  };
  const startedAt = world.clock.now();
  const begun = await world.call(anne, startPauseForAll, { sessionId, minutes: 10 });
  expect(begun).toMatchObject({ ok: true });
  const pause = async () => (await read(lines.anne, sessionId)).state.pauseForAll;
  return { ...session, lines, startedAt, pause };
}

async function pass(ms: number): Promise<void> {
  world.clock.advance(ms);
  await world.slices.session.tick();
}

test('F17 BREAK-1 everybody sees until when it lasts, whoever comes late too, and a second one changes nothing', async () => {
  const { sessionId, anne, bjorn, kari, siri, lines, startedAt } = await inPause();
  const endsAt = startedAt + 10 * MINUTE_MS;
  const shown = { by: anne.personId, startedAt, endsAt, ready: 0 };
  for (const line of [lines.bjorn, lines.kari])
    expect((await read(line, sessionId)).state.pauseForAll).toEqual(shown);
  await pass(SECOND_MS);
  await world.call(bjorn, startPauseForAll, { sessionId, minutes: 30 });
  const late = await enter(world, sessionId, siri);
  expect((await read(late, sessionId)).state.pauseForAll).toEqual(shown);
  expect(await world.call(kari, startPauseForAll, { sessionId, minutes: 5 })).toMatchObject({
    refusal: 'not-found',
  });
});

test('F17 BREAK-3 any teacher lengthens it once at a time, and ends it', async () => {
  const { sessionId, anne, bjorn, kari, startedAt, pause } = await inPause();
  const endsAt = startedAt + 10 * MINUTE_MS;
  const more = (who: Somebody, from: number, minutes = 2) =>
    world.call(who, lengthenPauseForAll, { sessionId, minutes, endsAt: from });
  expect(await more(bjorn, endsAt)).toMatchObject({ ok: true });
  expect(await more(anne, endsAt)).toMatchObject({ refusal: 'already-changed' });
  expect(await more(anne, endsAt + 2 * MINUTE_MS, 89)).toMatchObject({ refusal: 'too-long' });
  expect(await pause()).toMatchObject({ endsAt: endsAt + 2 * MINUTE_MS });
  expect(await more(kari, endsAt)).toMatchObject({ refusal: 'not-found' });
  expect(await world.call(kari, endPauseForAll, { sessionId })).toMatchObject({
    refusal: 'not-found',
  });

  await world.call(kari, sayReady, { sessionId, ready: true });
  await pass(SECOND_MS);
  for (const one of [bjorn, anne])
    expect(await world.call(one, endPauseForAll, { sessionId })).toMatchObject({ ok: true });
  expect(await pause()).toMatchObject({ startedAt, endsAt: world.clock.now(), ready: 0 });
  expect(await world.ask(kari, ownReady, { sessionId })).toMatchObject({ value: { ready: false } });
  expect(await more(anne, endsAt)).toMatchObject({ refusal: 'no-pause' });
});

test('F17 BREAK-4 when its time has come it is over, and the next one begins anew', async () => {
  const { sessionId, bjorn, kari, pause } = await inPause();
  await world.call(kari, sayReady, { sessionId, ready: true });
  await pass(10 * MINUTE_MS);
  expect(await world.call(kari, sayReady, { sessionId, ready: false })).toMatchObject({
    refusal: 'no-pause',
  });
  await world.call(bjorn, startPauseForAll, { sessionId, minutes: 5 });
  expect(await pause()).toMatchObject({ by: bjorn.personId, ready: 0 });
  expect(await world.ask(kari, ownReady, { sessionId })).toMatchObject({ value: { ready: false } });
});

test('F17 BREAK-4 a server that is killed meanwhile knows until when, and who is ready', async () => {
  const { sessionId, kari, startedAt, pause } = await inPause();
  await world.call(kari, sayReady, { sessionId, ready: true });
  const next = makeSeatKeeper({
    unitOfWork: world.unitOfWork,
    clock: world.clock,
    log: makeLog('error'),
  });
  await next.recover();
  expect(await pause()).toMatchObject({ endsAt: startedAt + 10 * MINUTE_MS, ready: 1 });
});

test('F17 BREAK-5 everybody sees how many are ready, and nobody who, teachers neither', async () => {
  const { sessionId, anne, kari, ola, lines, pause } = await inPause();
  for (const line of Object.values(lines)) line.heard.length = 0;
  for (const one of [kari, kari, ola]) await world.call(one, sayReady, { sessionId, ready: true });
  expect(await pause()).toMatchObject({ ready: 2 });
  const facts = (line: keyof typeof lines) =>
    lines[line].heard
      .flatMap((frame) => frame.revisions.flatMap(({ facts: told }) => told as SessionFact[]))
      .filter(({ type }) => type === 'ready-counted');
  for (const line of ['anne', 'kari', 'ola'] as const)
    await vi.waitFor(() => expect(facts(line)).toHaveLength(2));
  for (const line of ['anne', 'kari', 'ola'] as const)
    expect(facts(line)).toEqual([1, 2].map((ready) => ({ type: 'ready-counted', ready })));

  const mine = async (who: Somebody) => {
    const asked = await world.ask(who, ownReady, { sessionId });
    return asked.ok && asked.value.ready;
  };
  expect([await mine(kari), await mine(ola), await mine(anne)]).toEqual([true, true, false]);
  await world.call(kari, sayReady, { sessionId, ready: false });
  expect(await pause()).toMatchObject({ ready: 1 });
});

test('F17 BREAK-5 the mark goes with whoever leaves, loses the seat or steps away', async () => {
  const { sessionId, bjorn, kari, ola, lines, pause } = await inPause();
  for (const one of [bjorn, kari, ola]) await world.call(one, sayReady, { sessionId, ready: true });
  lines.bjorn.drop();
  await pass(61 * SECOND_MS);
  expect(await pause()).toMatchObject({ ready: 2 });
  await world.call(ola, startPause, { sessionId });
  expect(await pause()).toMatchObject({ ready: 1 });
  expect(await world.call(ola, sayReady, { sessionId, ready: true })).toMatchObject({
    refusal: 'on-pause',
  });
  await world.call(kari, startPause, { sessionId });
  expect(await pause()).toMatchObject({ ready: 0 });
});

test('F17 BREAK-2 and BREAK-6 chat and hands go on in a pause', async () => {
  const { sessionId, kari } = await inPause();
  expect(await world.call(kari, postMessage, { sessionId, text: 'Hei' })).toMatchObject({
    ok: true,
  });
  expect(await world.call(kari, raiseHand, { sessionId })).toMatchObject({ ok: true });
});

test('F17 BREAK-3 when the agenda goes on to what is no pause, it is over for everybody', async () => {
  const { sessionId, bjorn, kari, lines, pause } = await inPause();
  await world.call(kari, sayReady, { sessionId, ready: true });
  await pass(SECOND_MS);
  const { items, currentId } = (await read(lines.bjorn, sessionId)).state.agenda;
  const next = items.find(({ kind, id }) => kind !== 'pause' && id !== currentId);
  if (!next) throw new Error('the agenda has nothing but pauses');
  const input = { sessionId, from: currentId, to: next.id };
  expect(await world.call(bjorn, stepAgenda, input)).toMatchObject({ ok: true });
  expect(await pause()).toMatchObject({ endsAt: world.clock.now(), ready: 0 });
});

test('F17 BREAK-9 begun when the pause of the agenda is due the agenda goes there with it, and stays in the midst of an item', async () => {
  const goesTo = async (afterMinutes: number) => {
    const { sessionId, anne, agenda } = await planSession(world);
    const line = await enter(world, sessionId, anne);
    await world.call(anne, stepAgenda, { sessionId, from: null, to: agenda[0] });
    await pass(afterMinutes * MINUTE_MS);
    expect(await world.call(anne, startPauseForAll, { sessionId, minutes: 5 })).toMatchObject({
      ok: true,
    });
    const { state } = await read(line, sessionId);
    expect(state.pauseForAll).toMatchObject({ endsAt: world.clock.now() + 5 * MINUTE_MS });
    return agenda.indexOf(state.agenda.currentId ?? agenda[2]);
  };
  expect(await goesTo(16)).toBe(1);
  expect(await goesTo(14)).toBe(0);
});
