import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { makeLog } from '../platform/log.ts';
import { openEmbeddedPostgres } from '../storage/embedded-postgres.ts';
import { migrate } from '../storage/migrate.ts';
import { CLIENT_FOLDER } from '../transport/web.ts';
import { type MadeOf, madeOf } from './empty-database.ts';
import { removeDataFolder } from './run-server.ts';
import { administer, urlOf } from './test-server.ts';

const log = makeLog('error');
const FOLDER_NAME = 'mellom-test-';

declare module 'vitest' {
  interface ProvidedContext {
    testServer: {
      /** The run's database server. */
      url: string;
      /** The migrated database that tests copy. */
      template: string;
      /** What a copy is made of (`madeOf`). */
      madeOf: MadeOf;
      /** The table, in the server's own database, of copies that tests have left. */
      left: string;
    };
  }
}

let tearDown = async () => {};

/**
 * One PostgreSQL per test run: an embedded one in a folder of the run's own, or the server that
 * `TEST_DATABASE_URL` names. Tests copy the migrated template, or take a copy that is left (`createTestDatabase`).
 */
export async function setup(project: TestProject): Promise<void> {
  buildClientIfMissing();
  const run = randomBytes(4).toString('hex');
  const server = process.env.TEST_DATABASE_URL
    ? { url: process.env.TEST_DATABASE_URL, stop: async () => {} }
    : await startOwnServer();
  const left = `mellom_left_${run}`;
  tearDown = async () => {
    await dropDatabases(server.url, run);
    await administer(server.url, [`drop table if exists ${left}`]);
    await server.stop();
  };
  try {
    const template = `mellom_template_${run}`;
    await administer(server.url, [
      `create database ${template}`,
      `create table ${left} (name text primary key)`,
    ]);
    const templateUrl = urlOf(server.url, template);
    await migrate(templateUrl, log);
    project.provide('testServer', {
      ...{ url: server.url, template, left },
      madeOf: await madeOf(templateUrl),
    });
  } catch (error) {
    await tearDown();
    throw error;
  }
}

/** Tests of the whole app serve the built client, old or new. On a fresh checkout there is none. */
function buildClientIfMissing(): void {
  if (existsSync(path.join(CLIENT_FOLDER, 'index.html'))) return;
  const root = path.join(import.meta.dirname, '../..');
  execFileSync(
    process.execPath,
    [path.join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
    { cwd: root, env: { ...process.env, NODE_ENV: 'production' } },
  );
}

export async function teardown(): Promise<void> {
  await tearDown();
}

/** A run that was killed could not clear up; the process in its folder's name is gone. */
async function clearDeadRuns(): Promise<void> {
  for (const name of await fs.readdir(tmpdir())) {
    const pid = name.startsWith(FOLDER_NAME)
      ? Number.parseInt(name.slice(FOLDER_NAME.length), 10)
      : 0;
    if (pid > 0 && !isRunning(pid)) await removeDataFolder(path.join(tmpdir(), name));
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function startOwnServer(): Promise<{ url: string; stop(): Promise<void> }> {
  await clearDeadRuns();
  const dataDir = await fs.mkdtemp(path.join(tmpdir(), `${FOLDER_NAME}${process.pid}-`));
  const postgres = await openEmbeddedPostgres({ dataDir, log });
  const { host, port, user, password } = postgres.connection;
  const url = new URL(`postgresql://localhost:${port}/postgres`);
  url.username = user;
  url.password = password ?? '';
  url.searchParams.set('host', host);
  return {
    url: url.href,
    stop: async () => {
      await postgres.stop();
      await fs.rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function dropDatabases(serverUrl: string, run: string): Promise<void> {
  const client = new pg.Client(urlOf(serverUrl, 'postgres'));
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>(
      'select datname from pg_database where datname ~ $1',
      [`^mellom_(template|test)_${run}`],
    );
    for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`);
  } finally {
    await client.end();
  }
}
