import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPause } from '#shared/features/session/pause/commands.ts';
import * as commands from '#shared/features/session/round/commands.ts';
import { SECOND_MS } from '#shared/kernel/duration.ts';
import type { RoundId } from '#shared/kernel/ids.ts';
import { enter, inviteGuest, planSession, read } from '../../../testing/planned-session.ts';
import { createWorld, type Somebody, type World } from '../../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const ASKED = { prompt: 'Hvilket ord vil du ta med deg?', about: 'Ett ord er nok.', minutes: 2 };

/** Anne has begun a round: Anne, Kari, Ola; Bjørn, who teaches too, stands last. */
async function inRound() {
  const session = await planSession(world);
  const { sessionId, anne, bjorn, kari, ola } = session;
  const lines = {
    anne: await enter(world, sessionId, anne),
    bjorn: await enter(world, sessionId, bjorn),
    kari: await enter(world, sessionId, kari),
    ola: await enter(world, sessionId, ola),
  };
  const ring = [anne, kari, ola].map(({ personId }) => personId);
  const begun = await world.call(anne, commands.startRound, { sessionId, ...ASKED, ring });
  expect(begun).toMatchObject({ ok: true });
  const round = async () => (await read(lines.bjorn, sessionId)).state.round;
  const roundId = (await round())?.id as RoundId;
  const giveOn = (who: Somebody, again = false) =>
    world.call(who, commands.giveOn, { sessionId, roundId, again });
  const holder = async () => (await round())?.turn?.personId;
  return { ...session, lines, ring, round, roundId, giveOn, holder };
}

async function pass(ms: number): Promise<void> {
  world.clock.advance(ms);
  await world.slices.session.tick();
}

/** Every row of every table, as text. */
async function everything(): Promise<string> {
  const { database } = world.test;
  const { rows: tables } = await database.execute<{ name: string }>(sql`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`);
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await database.execute<{ text: string }>(
      sql`select ${sql.identifier(name)}::text as text from ${sql.identifier(name)}`,
    );
    texts.push(...rows.map(({ text }) => `${name}: ${text}`));
  }
  return texts.join('\n');
}

test('F35 ROUND-1 everybody sees the question, the order and who has the word, whoever comes late too', async () => {
  const { sessionId, anne, bjorn, kari, siri, lines, ring, round } = await inRound();
  const shown = await round();
  expect(shown).toMatchObject({ ...ASKED, by: anne.personId, ring: [...ring, bjorn.personId] });
  expect(shown).toMatchObject({ turn: { personId: anne.personId }, next: kari.personId });
  expect((await read(lines.kari, sessionId)).state.round).toEqual(shown);
  const late = await enter(world, sessionId, siri);
  expect((await read(late, sessionId)).state.round?.ring.at(-1)).toBe(siri.personId);
});

test('F35 CAP-15 a captioner stands in no ring, whether they are here when it begins or come late', async () => {
  const session = await planSession(world);
  const { sessionId, anne, kari } = session;
  const captioner = () => inviteGuest(world, sessionId, { as: 'captioner' });
  const [tone, tove] = [await captioner(), await captioner()];
  const line = await enter(world, sessionId, anne);
  await enter(world, sessionId, tone);
  const ring = [anne.personId, tone.personId];
  const begun = await world.call(anne, commands.startRound, { sessionId, ...ASKED, ring });
  expect(begun).toMatchObject({ ok: true });
  for (const late of [tove, kari]) await enter(world, sessionId, late);
  const { round } = (await read(line, sessionId)).state;
  expect(round).toMatchObject({ ring: [anne.personId, kari.personId], next: kari.personId });
});

test('F35 ROUND-1 only its teachers begin, order and end one, and there is one at a time', async () => {
  const { sessionId, bjorn, kari, ola, roundId, round } = await inRound();
  const again = { sessionId, ...ASKED, ring: [] };
  expect(await world.call(kari, commands.startRound, again)).toMatchObject({
    refusal: 'not-found',
  });
  expect(await world.call(bjorn, commands.startRound, again)).toMatchObject({
    refusal: 'round-on',
  });
  const next = { sessionId, roundId, personId: ola.personId };
  expect(await world.call(kari, commands.setNextTurn, next)).toMatchObject({
    refusal: 'not-found',
  });
  expect(await world.call(bjorn, commands.setNextTurn, next)).toMatchObject({ ok: true });
  expect(await round()).toMatchObject({ next: ola.personId });
  const it = { sessionId, roundId };
  expect(await world.call(kari, commands.endRound, it)).toMatchObject({ refusal: 'not-found' });
  for (const _ of [1, 2])
    expect(await world.call(bjorn, commands.endRound, it)).toMatchObject({ ok: true });
  expect(await round()).toBeNull();
  expect(
    await world.call(kari, commands.giveOn, { ...it, again: false }),
    'a press that came late',
  ).toMatchObject({ refusal: 'no-round' });
});

test('F35 ROUND-3 the word goes on by whoever has it alone, and comes once more to who asked for it', async () => {
  const { anne, bjorn, kari, ola, giveOn, holder, round } = await inRound();
  expect(await giveOn(kari)).toMatchObject({ refusal: 'not-your-turn' });
  expect(await giveOn(anne)).toMatchObject({ ok: true });
  expect(await giveOn(kari, true)).toMatchObject({ ok: true });
  expect((await round())?.been).toEqual([anne.personId, kari.personId]);
  await giveOn(ola);
  await giveOn(bjorn);
  expect(await holder()).toBe(kari.personId);
  await giveOn(kari);
  expect(await round()).toMatchObject({ turn: null, next: null });
});

test('F36 ROUND-6 what is written is shown to the ring while the round lasts, and is nowhere after', async () => {
  const { sessionId, anne, roundId, round, holder, kari } = await inRound();
  const words = 'Åpner, sa hun, og mente det';
  const written = { sessionId, roundId, text: words, lang: 'nb' as const };
  expect(await world.call(kari, commands.writeTurn, written)).toMatchObject({
    refusal: 'not-your-turn',
  });
  expect(await world.call(anne, commands.writeTurn, written)).toMatchObject({ ok: true });
  expect((await round())?.written).toMatchObject([{ personId: anne.personId, text: words }]);
  expect(await holder()).toBe(kari.personId);
  await world.call(anne, commands.endRound, { sessionId, roundId });
  const kept = await everything();
  expect(kept).not.toContain(words);
  expect(kept).not.toContain(roundId);
});

test('F35 ROUND-7 who let a turn pass, or asked for it again, stands in no row, and is told to nobody', async () => {
  const traces: string[] = [];
  for (const again of [false, true]) {
    const { sessionId, anne, giveOn, lines, roundId } = await inRound();
    const before = await everything();
    await giveOn(anne, again);
    // What is new, but for the turns to come, without ids and moments.
    const known = new Set(before.split('\n'));
    const added = (await everything())
      .split('\n')
      .filter((row) => !known.has(row))
      .map((row) => row.replace(/,"\[[^\]]*\]"\)$/u, ')'))
      .map((row) =>
        row.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|\d{4}-\d\d-\d\d [\d:.+]+|\d{13}/gu, '*'),
      );
    const { state } = await read(lines.kari, sessionId);
    expect(JSON.stringify(state.round)).not.toMatch(/again|pass/u);
    traces.push(added.join('\n'));
    await world.call(anne, commands.endRound, { sessionId, roundId });
  }
  expect(traces[0]).not.toBe('');
  expect(traces[1]).toBe(traces[0]);
});

test('F35 ROUND-7 nothing tells when somebody’s turn came and went, also not while the round lasts, and saying it again does nothing', async () => {
  const { sessionId, anne, bjorn, kari, ola, roundId, giveOn, holder } = await inRound();
  const records = async () => {
    const { rows } = await world.test.database.execute<{ count: string }>(
      sql`select (select count(*) from call) || ' ' || (select count(*) from fact) as count`,
    );
    return rows[0]?.count;
  };
  const before = await records();
  await giveOn(anne);
  expect(await giveOn(anne), 'whoever heard no answer').toMatchObject({ ok: true });
  expect(await holder()).toBe(kari.personId);
  const written = { sessionId, roundId, text: 'makt', lang: 'nb' as const };
  for (const _ of [1, 2])
    expect(await world.call(kari, commands.writeTurn, written)).toMatchObject({ ok: true });
  await world.call(bjorn, commands.moveTurnOn, { sessionId, roundId, from: ola.personId });
  expect(await holder()).toBe(bjorn.personId);
  expect(await records()).toBe(before);
});

test('F35 ROUND-5 a dropped line keeps the turn for a minute, then it waits at the end', async () => {
  const { anne, bjorn, kari, ola, lines, giveOn, holder, sessionId } = await inRound();
  await giveOn(anne);
  lines.kari.drop();
  await pass(SECOND_MS);
  expect(await holder()).toBe(kari.personId);
  await pass(61 * SECOND_MS);
  expect(await holder()).toBe(ola.personId);
  await enter(world, sessionId, kari);
  await giveOn(ola);
  await giveOn(bjorn);
  expect(await holder()).toBe(kari.personId);
});

test('F35 F37 ROUND-5 whoever steps away gives the word on, and a teacher lets it go on from whoever does not answer', async () => {
  const { sessionId, anne, bjorn, kari, ola, roundId, giveOn, holder } = await inRound();
  await giveOn(anne);
  await world.call(kari, startPause, { sessionId });
  expect(await holder()).toBe(ola.personId);
  const on = { sessionId, roundId, from: ola.personId };
  expect(await world.call(bjorn, commands.moveTurnOn, on)).toMatchObject({ ok: true });
  expect(await world.call(anne, commands.moveTurnOn, on)).toMatchObject({
    refusal: 'already-moved',
  });
  expect(await holder()).toBe(bjorn.personId);
});

test('F35 ROUND-5 when everybody has gone it is over, and nothing of it is left', async () => {
  const { lines, roundId } = await inRound();
  for (const line of Object.values(lines)) line.drop();
  await pass(SECOND_MS);
  await pass(61 * SECOND_MS);
  expect(await everything()).not.toContain(roundId);
});
