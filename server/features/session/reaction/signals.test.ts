import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { removeParticipant } from '#shared/features/session/moderation/commands.ts';
import { REACTIONS, SLOWER_COUNTS_MS } from '#shared/features/session/reaction/model.ts';
import { askForSlower, react } from '#shared/features/session/reaction/signals.ts';
import { newId } from '../../../platform/new-id.ts';
import { contentOf } from '../../../testing/access-world.ts';
import { enter, planSession } from '../../../testing/planned-session.ts';
import { createWorld, type World } from '../../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function open() {
  const planned = await planSession(world);
  const { sessionId } = planned;
  const [anne, kari, ola] = [
    await enter(world, sessionId, planned.anne),
    await enter(world, sessionId, planned.kari),
    await enter(world, sessionId, planned.ola),
  ];
  return { ...planned, lines: { anne, kari, ola } };
}

test('REACT-1 F12 everybody who sits in the session sees each of the six, and by whom', async () => {
  const { sessionId, kari, lines } = await open();
  for (const reaction of REACTIONS)
    expect(await world.signal(kari, react, { sessionId, reaction })).toEqual({ ok: true });
  for (const line of Object.values(lines))
    expect(line.shown).toEqual(
      REACTIONS.map((reaction) => ({
        ...{ channel: 'session', id: sessionId, name: react.name },
        what: { by: kari.personId, reaction },
      })),
    );
});

test('REACT-2 nothing of it is stored, and no channel goes on by it', async () => {
  const { sessionId, kari } = await open();
  const everything = async () => {
    const { rows } = await world.test.database.execute(sql`select count(*) as calls from call`);
    return JSON.stringify(rows) + (await contentOf(world.test.database, [sessionId]));
  };
  const before = await everything();
  await world.signal(kari, react, { sessionId, reaction: 'clap' });
  await world.signal(kari, askForSlower, { sessionId });
  expect(await everything()).toBe(before);
});

test('REACT-3 F12 who asks for a slower pace is told to nobody, and that somebody does to teachers alone', async () => {
  const { sessionId, kari, ola, lines } = await open();
  await world.signal(kari, askForSlower, { sessionId });
  await world.signal(ola, askForSlower, { sessionId });
  const slower = { channel: 'session', id: sessionId, name: askForSlower.name, what: {} };
  expect(lines.anne.shown).toEqual([slower, slower]);
  expect(lines.kari.shown).toEqual([]);
  expect(lines.ola.shown).toEqual([]);
});

test('REACT-3 one person counts once a minute', async () => {
  const { sessionId, kari, lines } = await open();
  await world.signal(kari, askForSlower, { sessionId });
  expect(await world.signal(kari, askForSlower, { sessionId })).toMatchObject({
    ...{ ok: false, refusal: 'too-many-calls' },
    retryAfterMs: SLOWER_COUNTS_MS,
  });
  world.clock.advance(SLOWER_COUNTS_MS);
  expect(await world.signal(kari, askForSlower, { sessionId })).toEqual({ ok: true });
  expect(lines.anne.shown).toHaveLength(2);
});

test('REACT-5 one person shows six at once, then one a second; others are not held up', async () => {
  const { sessionId, kari, ola } = await open();
  const clap = { sessionId, reaction: 'clap' } as const;
  for (let nth = 0; nth < 6; nth += 1) await world.signal(kari, react, clap);
  expect(await world.signal(kari, react, clap)).toMatchObject({ refusal: 'too-many-calls' });
  expect(await world.signal(ola, react, clap)).toEqual({ ok: true });
  world.clock.advance(1_000);
  expect(await world.signal(kari, react, clap)).toEqual({ ok: true });
});

test('REACT-6 whoever does not sit in it shows nothing, and who was taken out is answered as a stranger', async () => {
  const { sessionId, anne, kari, siri, lines } = await open();
  const clap = { sessionId, reaction: 'clap' } as const;
  expect(await world.signal(siri, react, clap)).toMatchObject({ refusal: 'not-joined' });
  expect(await world.signal(null, react, clap)).toMatchObject({ refusal: 'signed-out' });
  await world.call(anne, removeParticipant, { sessionId, personId: kari.personId });
  const unknown = { ...clap, sessionId: newId<'session'>() };
  expect(await world.signal(kari, react, clap)).toEqual(await world.signal(kari, react, unknown));
  expect(lines.anne.shown).toEqual([]);
});

test('REACT-6 what nobody knows is refused: another reaction, another signal, another form', async () => {
  const { sessionId, kari } = await open();
  const bad = { ok: false, refusal: 'bad-input' };
  for (const reaction of ['boo', '', null, 7])
    expect(await world.signal(kari, react, { sessionId, reaction: reaction as never })).toEqual(
      bad,
    );
  expect(await world.signals.send(kari, { name: 'reaction/else', input: {} })).toEqual({
    ok: false,
    refusal: 'not-found',
  });
});
