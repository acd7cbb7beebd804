import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  evolveSession,
  type SessionFact,
  sessionChannel,
} from '#shared/features/session/channel.ts';
import { postMessage } from '#shared/features/session/chat/commands.ts';
import { MINUTE_MS } from '#shared/kernel/duration.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { momentOf } from '../../../storage/moment.ts';
import { enter, planSession, read } from '../../../testing/planned-session.ts';
import { createWorld, type Somebody, type TestLine, type World } from '../../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** Invited, and let in by a host. */
async function invite({ personId }: Somebody, sessionId: SessionId): Promise<void> {
  await world.test.database.execute(sql`
    insert into session_invitation (session_id, person_id, until_at)
    values (${sessionId}, ${personId}, ${momentOf(world.clock.now() + 60 * MINUTE_MS)})`);
  await world.test.database.execute(sql`
    insert into session_admission (session_id, person_id, verdict, by_id, at)
    values (${sessionId}, ${personId}, 'let-in', ${personId}, now())`);
}

const namesIn = async (line: TestLine, sessionId: SessionId) =>
  (await read(line, sessionId)).state.roster.entries.map((entry) => entry.displayName);

/** All that left the server on this line, as text. */
const frames = (line: TestLine) => JSON.stringify(line.heard);

test('F42 NAMES-1 in a circle the first name alone leaves the server, elsewhere the whole name', async () => {
  const circle = await planSession(world, { kind: 'circle' });
  const { sessionId, anne, kari } = circle;
  const line = await enter(world, sessionId, anne);
  await enter(world, sessionId, kari);
  await world.call(kari, postMessage, { sessionId, text: 'Hei' });
  expect(await namesIn(line, sessionId)).toEqual(['Anne', 'Bjørn', 'Kari', 'Ola', 'Siri']);
  const { state } = await read(line, sessionId);
  expect(state.chat.messages).toMatchObject([{ byName: 'Kari' }]);
  for (const seen of [frames(line), JSON.stringify(state)])
    expect(seen).not.toMatch(/Moen|Nordmann|Hansen|Berg|Dahl/u);

  const teaching = await planSession(world);
  const other = await enter(world, teaching.sessionId, teaching.kari);
  const shown = (await read(other, teaching.sessionId)).state.roster.entries;
  expect(shown).toMatchObject([
    { displayName: 'Anne Moen', calledName: 'Anne' },
    { displayName: 'Bjørn Dahl', calledName: 'Bjørn' },
    { displayName: 'Kari Nordmann', calledName: 'Kari' },
    { displayName: 'Ola Hansen' },
    { displayName: 'Siri Berg' },
  ]);
});

test('F42 NAMES-2 whoever comes to a circle and shares a first name: both are told apart, for all who are in and whoever comes later', async () => {
  const { sessionId, anne, kari } = await planSession(world, { kind: 'circle' });
  const line = await enter(world, sessionId, anne);
  await enter(world, sessionId, kari);
  const before = await read(line, sessionId);
  const guest = await world.person({ role: 'guest', name: 'Kari Lie' });
  // Invited after the others have seen who comes.
  await invite(guest, sessionId);
  await enter(world, sessionId, guest);
  const after = await read(line, sessionId);
  expect(after.state.roster.entries.map((entry) => entry.displayName)).toEqual([
    'Anne',
    'Bjørn',
    'Kari L.',
    'Kari N.',
    'Ola',
    'Siri',
  ]);
  const missed = await line.subscribe(sessionChannel, sessionId, before.revision);
  if (!missed.ok || !('revisions' in missed)) throw new Error('nothing was told');
  const told = missed.revisions
    .flatMap(({ facts }) => facts)
    .map((fact) => sessionChannel.fact.parse(fact))
    .reduce((state, fact: SessionFact) => evolveSession(state, fact), before.state);
  expect(told).toEqual(after.state);
});
