import { createHmac, randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SessionFact } from '#shared/features/session/channel.ts';
import * as commands from '#shared/features/session/poll/commands.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { enrol, enter, planSession } from '../../../testing/planned-session.ts';
import { createWorld, type Somebody, type TestLine, type World } from '../../../testing/world.ts';

const POLLS = Number(process.env.ANONYMOUS_POLLS ?? 150);
const NAMED_POLLS = 10;
const PEOPLE = 8;

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** A row as anybody with the database sees it, with what PostgreSQL keeps beside it. */
type Row = {
  readonly name: string;
  readonly place: string;
  readonly made: string;
  readonly locked: string;
  readonly text: string;
};

/** What somebody who has all of it guesses: for each person the words that they wrote. */
type Guess = (
  rows: readonly Row[],
  people: readonly PersonId[],
  words: readonly string[],
) => (string | undefined)[];

const placeIn = (text: string, words: readonly string[]) =>
  words
    .filter((word) => text.includes(word))
    .toSorted((one, other) => text.indexOf(one) - text.indexOf(other));

/** The words in the order in which they lie in the heap, and in their rows. */
const inHeap = (rows: readonly Row[], words: readonly string[]) => [
  ...new Set(rows.flatMap(({ text }) => placeIn(text, words))),
];

/** People by the transaction that touched them last, or first. */
function byTouch(
  rows: readonly Row[],
  people: readonly PersonId[],
  pick: (...all: number[]) => number,
) {
  const at = (person: PersonId) =>
    pick(
      ...rows
        .filter(({ text }) => text.includes(person))
        .flatMap(({ made, locked }) => [Number(made), Number(locked)]),
    );
  return people.toSorted((one, other) => at(one) - at(other));
}

const ranked =
  (order: (rows: readonly Row[], people: readonly PersonId[]) => readonly PersonId[]): Guess =>
  (rows, people, words) => {
    const [those, lie] = [order(rows, people), inHeap(rows, words)];
    return people.map((person) => lie[those.indexOf(person)]);
  };

const GUESSES: Record<string, Guess> = {
  'what the same transaction touched': (rows, people, words) =>
    people.map((person) => {
      const own = rows.filter(({ text }) => text.includes(person));
      const touched = new Set(
        own.flatMap(({ made, locked }) => [made, locked]).filter((xid) => xid !== '0'),
      );
      const beside = rows.filter(({ made, locked }) => touched.has(made) || touched.has(locked));
      // The fewer words a row has, the more it tells.
      const told = beside
        .map(({ text }) => placeIn(text, words))
        .filter((found) => found.length > 0);
      return told.toSorted((one, other) => one.length - other.length)[0]?.at(-1);
    }),
  'the order of the last touch': ranked((rows, people) => byTouch(rows, people, Math.max)),
  'the order of the first touch': ranked((rows, people) => byTouch(rows, people, Math.min)),
  'the order of the marks, with the key': (rows, people, words) => {
    const tally = rows.find(({ name }) => name === 'sealed_tally')?.text ?? '';
    const key = /\\x([0-9a-f]{64})/u.exec(tally)?.[1];
    if (!key) return people.map(() => undefined);
    const mark = (person: PersonId) =>
      tally.indexOf(
        createHmac('sha256', Buffer.from(key, 'hex')).update(person).digest('base64url'),
      );
    const those = people.toSorted((one, other) => mark(one) - mark(other));
    return people.map((person) => inHeap(rows, words)[those.indexOf(person)]);
  },
};

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

async function nextTransaction(): Promise<number> {
  const { rows } = await world.test.database.execute<{ xid: string }>(
    sql`select pg_snapshot_xmax(pg_current_snapshot())::text as xid`,
  );
  return Number(rows[0]?.xid);
}

/** What everybody who listens has heard of polls. */
const toldOfPolls = (lines: readonly TestLine[]) =>
  lines
    .flatMap(({ heard }) => heard.flatMap(({ revisions }) => revisions))
    .flatMap(({ facts }) => facts as SessionFact[])
    .filter(({ type }) => type.startsWith('poll-'));

/** How often each way of guessing was right, of how many guesses. */
async function guessAll(polls: number, named: boolean) {
  const session = await planSession(world);
  const { sessionId, cohortId, anne } = session;
  const people: Somebody[] = [session.kari, session.ola, session.siri];
  while (people.length < PEOPLE) {
    const one = await world.person({ name: `Student ${people.length}` });
    await enrol(world, one, cohortId);
    people.push(one);
  }
  const lines: TestLine[] = [await enter(world, sessionId, anne)];
  for (const one of people) lines.push(await enter(world, sessionId, one));
  const ids = people.map(({ personId }) => personId);
  const right: Record<string, number> = Object.fromEntries(
    Object.keys(GUESSES).map((how) => [how, 0]),
  );
  const look = (rows: readonly Row[], written: ReadonlyMap<PersonId, string>) => {
    const words = [...written.values()].toSorted();
    for (const [how, guess] of Object.entries(GUESSES)) {
      const guessed = guess(rows, ids, words);
      right[how] =
        (right[how] ?? 0) + ids.filter((id, nth) => guessed[nth] === written.get(id)).length;
    }
  };
  for (let nth = 0; nth < polls; nth += 1) {
    const since = await nextTransaction();
    const question = {
      occasion: 'poll' as const,
      question: 'Hva tenker du?',
      named,
      prepared: null,
    };
    const opened = await world.call(anne, commands.openPoll, {
      ...{ sessionId, ...question },
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
    if (!named) {
      const told = JSON.stringify(toldOfPolls(lines));
      for (const id of ids) expect(told, 'nothing on the line names who answers').not.toContain(id);
      for (const text of written.values()) expect(told).not.toContain(text);
    }
    // While it is open, and when it is closed and tidied.
    if (nth % 2 === 0) look(await dump(since), written);
    await world.call(anne, commands.closePoll, it);
    await world.slices.session.tidySealed(world.test.database);
    if (nth % 2 === 1) look(await dump(since), written);
    await world.call(anne, commands.putPollAway, it);
  }
  return { right, of: polls * PEOPLE };
}

test('F15 POLL-4 with the whole database, its transactions and the order of its rows, nobody guesses who answered what better than chance', async () => {
  const { right, of } = await guessAll(POLLS, false);
  const chance = 1 / PEOPLE;
  const limit = of * chance + 4 * Math.sqrt(of * chance * (1 - chance));
  for (const [how, hits] of Object.entries(right)) expect(hits, how).toBeLessThan(limit);
}, 600_000);

test('F15 POLL-4 the same guesses find every answer that was given by name', async () => {
  const { right, of } = await guessAll(NAMED_POLLS, true);
  expect(Math.max(...Object.values(right))).toBe(of);
}, 120_000);
