import { execFile } from 'node:child_process';
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockDataFolder } from '../server/data-folder.ts';
import { plainEnv } from '../server/testing/run-server.ts';
import { createTestDatabase, type TestDatabase } from '../server/testing/test-database.ts';

let copy: TestDatabase;
let dataDir: string;

beforeEach(async () => {
  copy = await createTestDatabase();
  dataDir = await fs.mkdtemp(path.join(tmpdir(), 'mellom-reset-'));
});
afterEach(async () => {
  await copy.drop();
  await fs.rm(dataDir, { recursive: true });
});

function reset(): Promise<{ code: number; said: string }> {
  const script = path.join(import.meta.dirname, 'demo-reset.ts');
  const env = { ...plainEnv(), DATA_DIR: dataDir, DATABASE_URL: copy.url };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [script], { env }, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, said: stdout + stderr });
    });
  });
}

async function makeSchool(kind: 'demo' | 'real'): Promise<void> {
  await copy.database.$client.query('insert into school (name, kind, anchor) values ($1, $2, $3)', [
    'Fagskolen',
    kind,
    kind === 'demo' ? '2027-02-01' : null,
  ]);
}

async function tables(): Promise<number> {
  const { rows } = await copy.database.$client.query<{ count: string }>(
    "select count(*) from information_schema.tables where table_schema = 'public'",
  );
  return Number(rows[0]?.count);
}

test('demo:reset empties the demonstration school, its letters with their codes too', async () => {
  await makeSchool('demo');
  await fs.mkdir(path.join(dataDir, 'mail'));
  await fs.writeFile(path.join(dataDir, 'mail/old.eml'), 'Koden din er 12345678');

  expect(await reset()).toMatchObject({ code: 0 });

  expect(await tables()).toBe(0);
  expect(await fs.readdir(dataDir)).not.toContain('mail');
});

test('demo:reset leaves a real school alone', async () => {
  await makeSchool('real');
  const before = await tables();

  expect(await reset()).toEqual({
    code: 1,
    said: 'This is a real school. Nothing was touched.\n',
  });

  expect(await tables()).toBe(before);
});

test('demo:reset is refused while a server holds the data folder', async () => {
  const lock = lockDataFolder(dataDir);

  const refused = await reset();

  lock.release();
  expect(refused.code).toBe(1);
  expect(refused.said).toContain(`in use by process ${process.pid}`);
});

test('demo:reset leaves a database that is not ours alone', async () => {
  await copy.database.$client.query(
    'drop schema public cascade; create schema public; create schema app; create table app.precious (id int)',
  );

  expect(await reset()).toEqual({
    code: 1,
    said: 'There is no demonstration school in this database. Nothing was touched.\n',
  });

  expect((await copy.database.$client.query('select * from app.precious')).rowCount).toBe(0);
});

test('demo:reset takes nobody else’s schema along', async () => {
  await makeSchool('demo');
  await copy.database.$client.query('create schema app; create table app.precious (id int)');

  expect(await reset()).toMatchObject({ code: 0 });

  expect((await copy.database.$client.query('select * from app.precious')).rowCount).toBe(0);
});
