import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { accountFor } from '../server/storage/postgres-account.ts';
import { waitUntilReady } from '../server/storage/postgres-connection.ts';
import { canInstall, install, refuseMainCluster } from './debian.ts';

const binaries = '/usr/lib/postgresql/15/bin';

export type TestServer = {
  /** For `TEST_DATABASE_URL`. */
  url: string;
  stop(): Promise<void>;
};

/** Whether Debian's PostgreSQL 15 is here, after installing it where we may. */
export function havePostgres15(): boolean {
  if (existsSync(binaries)) return true;
  if (!canInstall()) return false;
  refuseMainCluster();
  return install('postgresql-15') && existsSync(binaries);
}

/** Debian's PostgreSQL 15 in a folder of its own: the oldest server that our SQL must run on. */
export async function startPostgres15(): Promise<TestServer> {
  const home = await fs.mkdtemp(path.join(tmpdir(), 'mellom-pg15-'));
  const folder = path.join(home, 'data');
  const account = accountFor(folder);
  if (account) chownSync(home, account.uid, account.gid);
  const asAccount = { cwd: '/', env: { LC_ALL: 'C' }, ...account };
  execFileSync(
    path.join(binaries, 'initdb'),
    [
      '-D',
      folder,
      '-U',
      'mellom',
      '--auth=trust',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--no-sync',
    ],
    { ...asAccount, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const server = spawn(
    path.join(binaries, 'postgres'),
    ['-D', folder, '-k', home, '-c', 'listen_addresses='],
    { ...asAccount, stdio: 'ignore' },
  );
  const address = { host: home, port: 5432, user: 'mellom', database: 'postgres' };
  const ready = await waitUntilReady(address, {
    lives: () => server.exitCode === null,
    silenceMs: 30_000,
  });
  if (!ready) throw new Error('PostgreSQL 15 did not start.');
  return {
    url: `postgresql://mellom@localhost/postgres?host=${encodeURIComponent(home)}`,
    stop: () => stop(server, home),
  };
}

async function stop(server: ChildProcess, home: string): Promise<void> {
  server.kill('SIGINT');
  if (server.exitCode === null) await once(server, 'exit');
  await fs.rm(home, { recursive: true, force: true });
}
