import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../server/storage/transaction.ts';
import { createTestDatabase, type TestDatabase } from '../../server/testing/test-database.ts';
import { openCrashingDatabase } from './crashing-database.ts';

/** More than a pool has connections: some open one when the server dies, the rest wait for theirs. */
const WRITERS = 10;

let stored: TestDatabase;
beforeAll(async () => {
  stored = await createTestDatabase();
  await stored.database.execute(sql`create table written (nth int)`);
});
afterAll(() => stored.drop());

test('X7 a dead server writes nothing more, on connections that it was opening or waiting for either', async () => {
  const { database, kill } = openCrashingDatabase(
    stored.url,
    () => false,
    () => undefined,
  );
  const writing = Array.from({ length: WRITERS }, (_, nth) =>
    inTransaction(database, 'change', (tx) => tx.execute(sql`insert into written values (${nth})`)),
  );
  kill();

  const ends = await Promise.allSettled(writing);
  expect(ends.map(({ status }) => status)).toEqual(ends.map(() => 'rejected'));
  const { rows } = await stored.database.execute(sql`select nth from written`);
  expect(rows).toEqual([]);
});
