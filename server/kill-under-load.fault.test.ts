import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { stepAgenda } from '#shared/features/session/agenda/commands.ts';
import type { SessionFact } from '#shared/features/session/channel.ts';
import { postMessage } from '#shared/features/session/chat/commands.ts';
import { lowerHand, raiseHand } from '#shared/features/session/hand-queue/commands.ts';
import type { AgendaItemId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { AnyCommand } from '#shared/wire/contract.ts';
import { newId } from './platform/new-id.ts';
import type { Database } from './storage/database.ts';
import { signSomebodyIn } from './testing/crowded-server.ts';
import { type InsistentClient, openInsistentClient } from './testing/insistent-client.ts';
import { spread, useDataFolder, WATCHDOG_MS } from './testing/killed-server.ts';
import { freePort, startServer } from './testing/run-server.ts';
import { createSchool } from './testing/school.ts';

const KILLS = 20;
const STUDENTS = 3;
/** Below what a person may call in a second. */
const PACE_MS = 80;

const folder = useDataFolder();

type Plan = {
  readonly sessionId: SessionId;
  readonly agenda: readonly AgendaItemId[];
  /** The teacher first. */
  readonly tokens: readonly string[];
};

const planned = () =>
  folder.onDatabase(async (database): Promise<Plan> => {
    const school = await createSchool(database, Date.now());
    const cohortId = await school.cohort();
    const sessionId = await school.session({ cohortId });
    const tokens: string[] = [];
    for (let nth = 0; nth <= STUDENTS; nth++) {
      const somebody = { personId: newId<'person'>() as PersonId, displayName: `Nr. ${nth}` };
      tokens.push(
        await signSomebodyIn(database, somebody.personId, nth === 0 ? 'teacher' : 'student'),
      );
      if (nth === 0) await school.assign(somebody, sessionId);
      else await school.enrol(somebody, cohortId);
    }
    return { sessionId, agenda: await school.agenda(sessionId, ['Innsjekk', 'Samtale']), tokens };
  });

/** The same numbers for the same seed, from 0 up to 1. */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

test(`X1 killed ${KILLS} times under load: what was acknowledged is there once, in one order`, async () => {
  const seed = Number(process.env.MELLOM_SEED ?? Date.now() % 2 ** 31);
  const chance = chanceOf(seed);
  const { sessionId, agenda, tokens } = await planned();
  const env = { PORT: String(await freePort()), DEMO: 'off', LOG_LEVEL: 'error' };
  let server = await startServer({ dataDir: folder.path(), env });
  const clients = await Promise.all(
    tokens.map((token) =>
      openInsistentClient({
        url: server.url,
        cookie: folder.cookieOf(server, token),
        sessionId,
      }),
    ),
  );

  let going = true;
  const said: string[] = [];
  const done = { raised: 0, lowered: 0, stepped: 0 };
  async function must(client: InsistentClient, command: AnyCommand, input: object): Promise<void> {
    expect(await client.call(command, { sessionId, ...input }), command.name).toMatchObject({
      ok: true,
    });
    await delay(PACE_MS);
  }
  async function say(client: InsistentClient, text: string): Promise<void> {
    await must(client, postMessage, { text });
    said.push(text);
  }
  async function teach(client: InsistentClient): Promise<void> {
    for (let nth = 0; going; nth++) {
      const from = nth === 0 ? null : agenda[(nth - 1) % 2];
      await must(client, stepAgenda, { from, to: agenda[nth % 2] });
      done.stepped++;
      await say(client, `lærer ${nth}`);
    }
  }
  async function study(client: InsistentClient, who: number): Promise<void> {
    for (let nth = 0; going; nth++) {
      await must(client, raiseHand, {});
      done.raised++;
      await say(client, `student ${who}, ${nth}`);
      await must(client, lowerHand, {});
      done.lowered++;
    }
  }
  const load = Promise.all(
    clients.map((client, nth) => (nth === 0 ? teach(client) : study(client, nth))),
  );

  const servingAgainMs: number[] = [];
  const resyncedMs: number[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    await delay(50 + chance() * 600);
    await server.kill9();
    const killedAt = performance.now();
    server = await startServer({ dataDir: folder.path(), env });
    const servingAt = performance.now();
    servingAgainMs.push(servingAt - killedAt);
    // Everybody is back before the next one, or nothing would be under way then.
    await Promise.race([Promise.all(clients.map((client) => client.catchUp())), load]);
    resyncedMs.push(performance.now() - servingAt);
  }
  going = false;
  await load;
  for (const client of clients) await client.catchUp();
  const heard = clients.map((client) => client.heard);
  for (const client of clients) client.close();
  expect(await server.stop()).toBe(0);

  const { facts, texts } = await folder.onDatabase(stored(sessionId));
  const revisions = facts.map(({ revision }) => revision);
  expect(revisions).toEqual(revisions.map((_, nth) => nth + 1));
  expect(texts.toSorted()).toEqual(said.toSorted());
  const all = facts.flatMap((batch) => batch.facts as readonly SessionFact[]);
  const count = (type: SessionFact['type']) => all.filter((fact) => fact.type === type).length;
  expect(count('hand-raised')).toBe(done.raised);
  expect(count('hand-lowered')).toBe(done.lowered);
  expect(count('agenda-stepped')).toBe(done.stepped);
  expect(count('message-posted')).toBe(said.length);
  expect(count('participant-left')).toBe(0);
  for (const one of heard) expect(one).toEqual(facts.slice(0, one.length));
  // After the last to be caught up only lines have ended: nobody misses what anybody did.
  const shortest = Math.min(...heard.map((one) => one.length));
  const later = facts.slice(shortest).flatMap((batch) => batch.facts as readonly SessionFact[]);
  expect(later.filter(({ type }) => type !== 'line-lost' && type !== 'line-back')).toEqual([]);

  process.stderr.write(
    `X1 seed ${seed}: ${said.length} messages, ${facts.length} revisions, serving again after ${spread(servingAgainMs)}, resynced after ${spread(resyncedMs)}\n`,
  );
  expect(Math.max(...servingAgainMs)).toBeLessThan(WATCHDOG_MS);
  expect(Math.max(...resyncedMs)).toBeLessThan(WATCHDOG_MS);
});

const stored = (sessionId: SessionId) => async (database: Database) => {
  const { rows: facts } = await database.execute<{ revision: number; facts: unknown[] }>(sql`
    select revision::int as revision, facts from fact
    where channel = 'session' and id = ${sessionId} order by revision`);
  const { rows: messages } = await database.execute<{ text: string }>(
    sql`select text from chat_message where session_id = ${sessionId}`,
  );
  return { facts, texts: messages.map(({ text }) => text) };
};
