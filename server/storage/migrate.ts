import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import type { Log } from '../platform/log.ts';
import { StartRefused } from '../platform/start-refused.ts';
import { connectionOptions, type DatabaseSource } from './database.ts';

export const MIGRATIONS_FOLDER = path.join(import.meta.dirname, 'migrations');

/** Any number of our own: one server at a time migrates, the others wait. */
const MIGRATION_LOCK = 6_355_667;

type Migration = { name: string; sql: string; checksum: string };

/**
 * Brings the database to the newest schema: every `NNNN-name.sql` not yet applied, in order, each in a
 * transaction of its own. Safe to repeat, and to run from two servers at once.
 * @throws one sentence when an applied file has changed, or is unknown to this version.
 */
export async function migrate(
  source: DatabaseSource,
  log: Log,
  folder: string = MIGRATIONS_FOLDER,
): Promise<void> {
  const migrations = await readMigrations(folder);
  const client = new pg.Client(connectionOptions(source));
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const applied = await appliedChecksums(client);
    refuseRewrittenHistory(migrations, applied);
    for (const migration of migrations) {
      if (applied.has(migration.name)) continue;
      await apply(client, migration);
      log.info({ migration: migration.name }, 'migration applied');
    }
  } finally {
    // Ends the lock with the connection, also after an error.
    await client.end();
  }
}

/** What this version brings, by name and in order. */
export async function knownMigrations(): Promise<string[]> {
  return (await readMigrations(MIGRATIONS_FOLDER)).map(({ name }) => name);
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await fs.readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      if (!/^\d{4}-[a-z0-9-]+\.sql$/.test(name))
        throw new StartRefused(`${name} is not named NNNN-name.sql.`);
      const sql = await fs.readFile(path.join(folder, name), 'utf8');
      // Git may have changed the line ends on Windows; the statements are the same.
      const checksum = createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex');
      return { name, sql, checksum };
    }),
  );
}

async function appliedChecksums(client: pg.Client): Promise<Map<string, string>> {
  await client.query(`create table if not exists migration (
    name text primary key,
    checksum text not null,
    applied_at timestamptz not null default now()
  )`);
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from migration',
  );
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

function refuseRewrittenHistory(migrations: Migration[], applied: Map<string, string>): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration.checksum]));
  for (const [name, checksum] of applied) {
    if (!known.has(name)) {
      throw new StartRefused(
        `The database has migration ${name}, which this version of Mellom does not know: start the newer version.`,
      );
    }
    if (known.get(name) !== checksum) {
      throw new StartRefused(
        `Migration ${name} has changed since it was applied: restore the file, and write a new migration.`,
      );
    }
  }
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(sql);
    await client.query('insert into migration (name, checksum) values ($1, $2)', [name, checksum]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw new Error(`Migration ${name} failed.`, { cause: error });
  }
}
