import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeLog } from '../platform/log.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { MIGRATIONS_FOLDER, migrate } from './migrate.ts';

const log = makeLog('error');
let copy: TestDatabase;
let folder: string;

beforeEach(async () => {
  copy = await createTestDatabase();
  folder = await fs.mkdtemp(path.join(tmpdir(), 'mellom-migrations-'));
  await fs.cp(MIGRATIONS_FOLDER, folder, { recursive: true });
});

afterEach(async () => {
  await copy.drop();
  await fs.rm(folder, { recursive: true });
});

const add = (name: string, sql: string) => fs.writeFile(path.join(folder, name), sql);

const count = async (table: string) =>
  Number((await copy.database.$client.query(`select count(*) from ${table}`)).rows[0].count);

test('migrations run once, in order, also from four servers at the same time', async () => {
  await add('9001-first.sql', 'create table basket (fruit text); ');
  await add(
    '9002-second.sql',
    "insert into basket values ('apple'); insert into basket values ('pear');",
  );
  const before = await count('migration');

  await Promise.all([1, 2, 3, 4].map(() => migrate(copy.url, log, folder)));
  await migrate(copy.url, log, folder);

  expect(await count('basket')).toBe(2);
  expect(await count('migration')).toBe(before + 2);
});

test('a migration that fails leaves nothing of itself, and those before it stay', async () => {
  await add('9001-good.sql', 'create table basket (fruit text);');
  await add('9002-bad.sql', "insert into basket values ('apple'); select no_such_thing;");

  await expect(migrate(copy.url, log, folder)).rejects.toThrow('Migration 9002-bad.sql failed.');

  expect(await count('basket')).toBe(0);
  await add('9002-bad.sql', "insert into basket values ('pear');");
  await migrate(copy.url, log, folder);
  expect(await count('basket')).toBe(1);
});

test('a file changed after it was applied is refused by name', async () => {
  await add('9001-first.sql', 'create table basket (fruit text);');
  await migrate(copy.url, log, folder);
  await add('9001-first.sql', 'create table basket (fruit text, weight int);');

  await expect(migrate(copy.url, log, folder)).rejects.toThrow('9001-first.sql has changed');
});

test('other line ends are no change', async () => {
  await add('9001-first.sql', 'create table basket (\n  fruit text\n);');
  await migrate(copy.url, log, folder);
  await add('9001-first.sql', 'create table basket (\r\n  fruit text\r\n);');

  await migrate(copy.url, log, folder);
});

test('a database that a newer version has migrated is refused', async () => {
  await add('9001-first.sql', 'create table basket (fruit text);');
  await migrate(copy.url, log, folder);
  await fs.rm(path.join(folder, '9001-first.sql'));

  await expect(migrate(copy.url, log, folder)).rejects.toThrow('start the newer version');
});

test('a wrongly named file is refused before anything runs', async () => {
  await add('basket.sql', 'create table basket (fruit text);');

  await expect(migrate(copy.url, log, folder)).rejects.toThrow('basket.sql is not named');
});
