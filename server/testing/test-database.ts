import { randomBytes } from 'node:crypto';
import { inject, type ProvidedContext } from 'vitest';
import { makeLog } from '../platform/log.ts';
import { type Database, openDatabase } from '../storage/database.ts';
import { emptyDatabase } from './empty-database.ts';
import { administer, urlOf } from './test-server.ts';

export type TestDatabase = {
  database: Database;
  /** For what needs its own connections: another pool, a second server, the real app. */
  url: string;
  /** Closes the pool and gives the database up, whoever still uses it. */
  drop(): Promise<void>;
};

/** A database of the test's own: one that another test has left, emptied, or else a new copy of the migrated template. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject('testServer');
  const name = (await takeLeft(server)) ?? (await copyTemplate(server));
  const url = urlOf(server.url, name);
  // Tests cut connections on purpose; only what a person would lose is worth a line.
  const database = openDatabase(url, makeLog('error'));
  return {
    database,
    url,
    drop: async () => {
      await database.$client.end();
      if (await emptyDatabase(url, server.madeOf)) await leave(server, name);
      else await administer(server.url, [`drop database ${name} with (force)`]);
    },
  };
}

type Server = ProvidedContext['testServer'];

/** A database that a test of this run has left. */
async function takeLeft({ url, left }: Server): Promise<string | undefined> {
  const [rows] = await administer(url, [
    `delete from ${left} where name = (select name from ${left} limit 1 for update skip locked)
     returning name`,
  ]);
  return (rows as { name: string }[] | undefined)?.[0]?.name;
}

async function leave({ url, left }: Server, name: string): Promise<void> {
  await administer(url, [`insert into ${left} values ('${name}')`]);
}

async function copyTemplate({ url, template }: Server): Promise<string> {
  const run = template.replace('mellom_template_', '');
  const name = `mellom_test_${run}_${randomBytes(6).toString('hex')}`;
  await administer(url, [`create database ${name} template ${template}`]);
  return name;
}
