import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { SessionFact } from '#shared/features/session/channel.ts';
import * as commands from '#shared/features/session/poll/commands.ts';
import type { PersonId, PollId, SessionId } from '#shared/kernel/ids.ts';
import { GUESSES, type Row } from '../../../testing/guesses.ts';
import { enrol, enter, planSession } from '../../../testing/planned-session.ts';
import { createWorld, type Somebody, type TestLine, type World } from '../../../testing/world.ts';

/** A thousand polls: so many sessions ask at once, so many times. */
const SESSIONS = 50;
const TIMES = 20;
const PEOPLE = 8;

let world: World;
/** All that the server has written to its log. */
const logged: string[] = [];
beforeAll(async () => {
  // Where the log really writes.
  vi.spyOn(fs, 'writeSync').mockImplementation((_, chunk) => {
    logged.push(String(chunk));
    return String(chunk).length;
  });
  world = await createWorld({ logLevel: 'debug' });
});
afterAll(async () => {
  await world.close();
  vi.restoreAllMocks();
});

type Sitting = {
  readonly sessionId: SessionId;
  readonly anne: Somebody;
  readonly people: readonly Somebody[];
  readonly lines: readonly TestLine[];
};

async function sit(): Promise<Sitting> {
  const session = await planSession(world);
  const { sessionId, cohortId, anne } = session;
  const people: Somebody[] = [session.kari, session.ola, session.siri];
  while (people.length < PEOPLE) {
    const one = await world.person({ name: `Student ${people.length}` });
    await enrol(world, one, cohortId);
    people.push(one);
  }
  const lines: TestLine[] = [];
  for (const one of [anne, ...people]) lines.push(await enter(world, sessionId, one));
  return { sessionId, anne, people, lines };
}

/** A poll that everybody has answered, in an order of chance, and who wrote what. */
type Asked = {
  readonly sitting: Sitting;
  readonly it: { readonly sessionId: SessionId; readonly pollId: PollId };
  readonly written: ReadonlyMap<PersonId, string>;
};

async function ask(sitting: Sitting, named: boolean): Promise<Asked> {
  const { sessionId, anne, people, lines } = sitting;
  const opened = await world.call(anne, commands.openPoll, {
    ...{ sessionId, occasion: 'poll', question: 'Hva tenker du?', named, prepared: null },
    form: { kind: 'text' },
  });
  if (!opened.ok) throw new Error(opened.refusal);
  const it = { sessionId, pollId: opened.value.pollId };
  for (const line of lines) line.heard.length = 0;
  const written = new Map<PersonId, string>();
  const order = people.map((one) => ({ one, at: Math.random() })).sort((a, b) => a.at - b.at);
  for (const { one } of order) {
    const text = `Ord ${randomUUID()}`;
    written.set(one.personId, text);
    await world.call(one, commands.answerPoll, { ...it, choices: [], text });
  }
  return { sitting, it, written };
}

async function nextTransaction(): Promise<number> {
  const { rows } = await world.test.database.execute<{ xid: string }>(
    sql`select pg_snapshot_xmax(pg_current_snapshot())::text as xid`,
  );
  return Number(rows[0]?.xid);
}

async function dump(since: number): Promise<Row[]> {
  const { database } = world.test;
  const { rows: tables } = await database.execute<{ name: string }>(sql`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`);
  const parts = tables.map(
    ({ name }) => sql`
      select ${name}::text as name, t.ctid::text as place, t.xmin::text as made, t.xmax::text as locked, t::text as text
      from ${sql.identifier(name)} t
      where t.xmin::text::bigint >= ${since} or t.xmax::text::bigint >= ${since}`,
  );
  const { rows } = await database.execute<Row>(sql.join(parts, sql` union all `));
  return rows;
}

/** What everybody who listens has heard of polls. */
const toldOfPolls = (lines: readonly TestLine[]) =>
  lines
    .flatMap(({ heard }) => heard.flatMap(({ revisions }) => revisions))
    .flatMap(({ facts }) => facts as SessionFact[])
    .filter(({ type }) => type.startsWith('poll-'));

/** Neither who answers nor what: on the line and in the log. */
function expectUntold({ sitting, written }: Asked): void {
  const told = JSON.stringify(toldOfPolls(sitting.lines)) + logged.join('');
  for (const [personId, text] of written) {
    expect(told).not.toContain(personId);
    expect(told).not.toContain(text);
  }
}

/** How often each way of guessing was right, of how many guesses; half of them looked at while they were open. */
async function guessAll(sessions: number, times: number, named: boolean) {
  const sittings: Sitting[] = [];
  for (let nth = 0; nth < sessions; nth += 1) sittings.push(await sit());
  const right = new Map(Object.keys(GUESSES).map((how) => [how, 0]));
  const look = (all: readonly Row[], { sitting, it, written }: Asked, key: Buffer | null) => {
    const ids = sitting.people.map(({ personId }) => personId);
    const words = [...written.values()].toSorted();
    const signs = [...ids, ...words, it.pollId];
    const rows = all.filter(({ text }) => signs.some((sign) => text.includes(sign)));
    for (const [how, guess] of Object.entries(GUESSES)) {
      const guessed = guess(rows, ids, words, key);
      const hits = ids.filter((id, at) => guessed[at] === written.get(id)).length;
      right.set(how, (right.get(how) ?? 0) + hits);
    }
  };
  for (let nth = 0; nth < times; nth += 1) {
    const since = await nextTransaction();
    const asked = await Promise.all(sittings.map((sitting) => ask(sitting, named)));
    if (!named) for (const one of asked) expectUntold(one);
    const whileOpen = nth % 2 === 0 ? await dump(since) : null;
    const keys = await Promise.all(asked.map(({ it }) => world.keys.get(it.pollId)));
    await Promise.all(
      asked.map(({ sitting, it }) => world.call(sitting.anne, commands.closePoll, it)),
    );
    await world.slices.session.tidySealed(world.test.database);
    const rows = whileOpen ?? (await dump(since));
    for (const [at, one] of asked.entries()) look(rows, one, whileOpen && (keys[at] ?? null));
    await Promise.all(
      asked.map(({ sitting, it }) => world.call(sitting.anne, commands.putPollAway, it)),
    );
  }
  return { right, of: sessions * times * PEOPLE };
}

test('F15 POLL-4 with the whole database, its transactions and the order of its rows, nobody guesses who answered what better than chance in a thousand polls', async () => {
  const { right, of } = await guessAll(SESSIONS, TIMES, false);
  const chance = 1 / PEOPLE;
  const limit = of * chance + 4 * Math.sqrt(of * chance * (1 - chance));
  for (const [how, hits] of right) expect(hits, how).toBeLessThan(limit);
}, 300_000);

test('F15 POLL-4 the same guesses find every answer that was given by name', async () => {
  const { right, of } = await guessAll(5, 2, true);
  expect(Math.max(...right.values())).toBe(of);
}, 120_000);

test('F15 POLL-4 POLL-8 the key that tells whose answer it is is not in the database’s log of changes, and gone with the poll', async () => {
  const { sitting, it } = await ask(await sit(), false);
  const key = await world.keys.get(it.pollId);
  expect(key).not.toBeNull();
  const isInLog = async (bytes: Buffer) => {
    const { rows } = await world.test.database.execute<{ found: boolean }>(sql`
      select coalesce(bool_or(position(${bytes}::bytea in pg_read_binary_file('pg_wal/' || name)) > 0), false) as found
      from pg_ls_waldir() where modification > now() - interval '1 minute'`);
    return rows[0]?.found;
  };
  // What stands in a row is found in this way.
  expect(await isInLog(Buffer.from(it.pollId.replaceAll('-', ''), 'hex'))).toBe(true);
  expect(await isInLog(key as Buffer)).toBe(false);
  expect(await isInLog(Buffer.from((key as Buffer).toString('hex')))).toBe(false);
  expect(await isInLog(Buffer.from((key as Buffer).toString('base64url')))).toBe(false);
  expect(await world.call(sitting.anne, commands.closePoll, it)).toMatchObject({ ok: true });
  await expect.poll(() => world.keys.get(it.pollId)).toBeNull();
  await world.call(sitting.anne, commands.putPollAway, it);
});

test('F15 POLL-4 an answer that goes wrong is logged without who gave it, and without a word of it', async () => {
  const sitting = await sit();
  const { database } = world.test;
  const asked = await ask(sitting, false);
  logged.length = 0;
  await database.execute(sql`alter table sealed_tally rename to sealed_tally_away`);
  const [kari] = sitting.people as [Somebody];
  const again = { ...asked.it, choices: [], text: asked.written.get(kari.personId) ?? '' };
  expect(await world.call(kari, commands.answerPoll, again)).toMatchObject({ refusal: 'fault' });
  await database.execute(sql`alter table sealed_tally_away rename to sealed_tally`);
  expect(logged.join('')).toContain('a call failed');
  expectUntold(asked);
});
