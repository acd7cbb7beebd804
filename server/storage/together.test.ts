import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../platform/new-id.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import type { Tx } from './database.ts';
import { makeSharedViews } from './shared-view.ts';
import { together } from './together.ts';
import { inTransaction } from './transaction.ts';

let db: TestDatabase;
const [anne, kari, nobody] = [newId(), newId(), newId()];
beforeAll(async () => {
  db = await createTestDatabase();
  await db.database.execute(sql`create table named (id uuid primary key, name text not null)`);
  await db.database.execute(sql`insert into named values (${anne}, 'Anne'), (${kari}, 'Kari')`);
});
afterAll(() => db.drop());

/** Counts the statements by the transaction's own clock: one moment for each. */
const nameOf = together(
  { id: 'uuid' },
  sql<{ name: string; at: string }>`
    select name, statement_timestamp()::text as at from named where id = asked.id`,
);
const exists = together({ id: 'uuid' }, sql<object>`select from named where id = asked.id`);

test('S16 what is asked in one turn is one statement, and everybody has their own answer', async () => {
  await inTransaction(db.database, 'view', async (tx) => {
    const rows = await Promise.all([kari, nobody, anne, kari].map((id) => nameOf(tx, { id })));
    expect(rows.map((row) => row?.name)).toEqual(['Kari', undefined, 'Anne', 'Kari']);
    expect(new Set(rows.flatMap((row) => row?.at ?? [])).size).toBe(1);
    const later = await nameOf(tx, { id: anne });
    expect(later).toMatchObject({ name: 'Anne' });
    expect(later?.at).not.toBe(rows[2]?.at);
    expect(later).not.toHaveProperty('nth_asked');
  });
});

test('S16 whoever was answered by one statement asks the next one together too', async () => {
  await inTransaction(db.database, 'view', async (tx) => {
    const twice = async (id: string) => {
      if ((await exists(tx, { id })) === null) return null;
      return nameOf(tx, { id });
    };
    const rows = await Promise.all([anne, nobody, kari].map(twice));
    expect(rows.map((row) => row?.name)).toEqual(['Anne', undefined, 'Kari']);
    expect(rows[0]?.at).toBe(rows[2]?.at);
  });
});

test('S16 what is asked on different transactions is never mixed', async () => {
  await inTransaction(db.database, 'change', async (mine) => {
    await mine.execute(sql`update named set name = 'Anne Moen' where id = ${anne}`);
    const seen = await inTransaction(db.database, 'view', (other) =>
      Promise.all([nameOf(mine, { id: anne }), nameOf(other, { id: anne })]),
    );
    expect(seen.map((row) => row?.name)).toEqual(['Anne Moen', 'Anne']);
    await mine.execute(sql`update named set name = 'Anne' where id = ${anne}`);
  });
});

test('S16 a statement that fails is everybody’s who asked in it', async () => {
  const asked = inTransaction(db.database, 'view', (tx) =>
    Promise.allSettled([nameOf(tx, { id: anne }), nameOf(tx, { id: 'not an id' })]),
  );
  expect((await asked).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

test('S16 readers share a view, and one who fails takes nobody along', async () => {
  const readInView = makeSharedViews(db.database);
  const read = (id: string) => async (tx: Tx) => {
    const row = await nameOf(tx, { id });
    if (row === null) throw new Error('nobody');
    return row;
  };
  const ids = Array.from({ length: 40 }, (_, nth) => (nth % 2 === 0 ? anne : kari));
  const odd = ['not an id', nobody];
  const all = await Promise.allSettled([...ids, ...odd].map((id) => readInView(read(id))));
  expect(all.slice(0, 40).every(({ status }) => status === 'fulfilled')).toBe(true);
  expect(all.slice(40).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const names = all.flatMap((each) => (each.status === 'fulfilled' ? each.value.name : []));
  expect(names).toEqual(ids.map((id) => (id === anne ? 'Anne' : 'Kari')));
});

test('S16 a view begins after its readers have asked: what was committed before is seen', async () => {
  const readInView = makeSharedViews(db.database);
  const names = () =>
    Promise.all(Array.from({ length: 30 }, () => readInView((tx) => nameOf(tx, { id: kari }))));
  const before = names();
  await db.database.execute(sql`update named set name = 'Kari Nordmann' where id = ${kari}`);
  const after = await names();
  expect(new Set(after.map((row) => row?.name))).toEqual(new Set(['Kari Nordmann']));
  await before;
});
