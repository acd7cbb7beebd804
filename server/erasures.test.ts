import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PersonId } from '#shared/kernel/ids.ts';
import { makeErasures } from './erasures.ts';
import { makeLog } from './platform/log.ts';
import { newId } from './platform/new-id.ts';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';

let copy: TestDatabase;
let place: string;
let file: string;
beforeEach(async () => {
  copy = await createTestDatabase();
  place = await fs.mkdtemp(path.join(tmpdir(), 'mellom-erasures-'));
  file = path.join(place, 'kept', 'erasures');
});
afterEach(async () => {
  await copy.drop();
  await fs.rm(place, { recursive: true });
});

const open = () => makeErasures({ database: copy.database, log: makeLog('error'), file });

async function somebody(name: string): Promise<PersonId> {
  const personId = newId<'person'>() as PersonId;
  await copy.database.execute(sql`
    insert into person (id, email, display_name, given_name)
    values (${personId}, ${`${personId}@example.org`}, ${name}, ${name})`);
  return personId;
}

async function names(): Promise<string[]> {
  const { rows } = await copy.database.execute<{ name: string }>(
    sql`select display_name as name from person where display_name <> '' order by 1`,
  );
  return rows.map(({ name }) => name);
}

async function listed(): Promise<string[]> {
  return (await fs.readFile(file, 'utf8')).split('\n').filter(Boolean);
}

/** Puts the database back to before an erasure, as a restore does. */
async function goBack(personId: PersonId, name: string): Promise<void> {
  await copy.database.execute(sql`delete from erasure where person_id = ${personId}`);
  await copy.database.execute(
    sql`update person set display_name = ${name}, status = 'active' where id = ${personId}`,
  );
}

test('X16 whoever was erased after the backup is erased again before anybody is let in', async () => {
  const [kari, ola] = [await somebody('Kari'), await somebody('Ola')];
  await open().erase(kari);
  expect(await listed()).toEqual([kari]);
  await goBack(kari, 'Kari');
  expect(await names()).toEqual(['Kari', 'Ola']);

  await open().replay();

  expect(await names()).toEqual(['Ola']);
  await open().replay();
  expect(await listed()).toEqual([kari]);
  expect(await names()).toEqual(['Ola']);
  await open().erase(ola);
  expect(await listed()).toEqual([kari, ola]);
});

test('X16 a list that lacks an erasure, or lost its end in a power cut, is made whole from the database', async () => {
  const [kari, ola] = [await somebody('Kari'), await somebody('Ola')];
  await open().erase(kari);
  await open().erase(ola);
  await fs.truncate(file, (await fs.stat(file)).size - 9);

  await open().replay();

  await goBack(kari, 'Kari');
  await goBack(ola, 'Ola');
  await open().replay();
  expect(await names()).toEqual([]);
});

test('X16 somebody whom the older database never knew is no hindrance', async () => {
  await fs.mkdir(path.dirname(file));
  await fs.writeFile(file, `${newId()}\n`);
  await open().replay();
  await open().replay();
  expect(await names()).toEqual([]);
});

test('X16 a list that cannot be read stops the start in one sentence', async () => {
  await fs.mkdir(file, { recursive: true });
  await expect(open().replay()).rejects.toThrow(
    /^The list of who has been erased, .* cannot be read \(EISDIR\): /u,
  );
});
