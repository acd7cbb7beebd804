import { spawn } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { StartRefused } from '../platform/start-refused.ts';
import { UNPACKED } from './backup/school-files.ts';
import { accountFor, type PostgresAccount } from './postgres-account.ts';
import { postgresBinaries } from './postgres-binaries.ts';
import { syncFolder } from './sync-folder.ts';

/** A PostgreSQL cluster on disk, and what is needed to run it. */
export type Cluster = {
  /** The real path of the folder with `PG_VERSION`; owned by the account, mode 0700. */
  folder: string;
  /** Holds `bin`, `lib` and `share`. */
  binaries: string;
  account: PostgresAccount;
  /** Where the Unix socket lies: short (a socket's path ends at 107 bytes) and private. */
  runtimeFolder: string;
  logFile: string;
  /** Only on Windows, where there is no private socket folder to stand guard. */
  password: string | null;
};

/** The superuser of an embedded cluster, and the database the app lives in. */
export const CLUSTER_USER = 'mellom';

/** The major version in the locked package; a cluster of another one cannot be opened. */
export const PACKAGED_MAJOR = '18';
const LOG_FILE_BYTES = 10_000_000;
const isWindows = process.platform === 'win32';

/**
 * Finds the cluster under a data folder, or makes it. A new cluster is built in a folder of its own
 * and renamed when it is whole and synced: a kill in between leaves only rubbish, cleared here.
 */
export async function prepareCluster(dataDir: string): Promise<Cluster> {
  await fs.mkdir(dataDir, { recursive: true, mode: 0o700 });
  const home = await fs.realpath(dataDir);
  const folder = path.join(home, 'postgres');
  const account = accountFor(folder);
  const binaries = await postgresBinaries(account !== null);
  await clearUnfinished(home);
  const password = isWindows ? await keptPassword(home) : null;
  if (!(await exists(folder))) {
    await refuseHalfRestored(home);
    await createCluster({ home, folder, account, binaries, password });
  }
  await refuseOtherVersion(folder);
  const runtimeFolder = await privateRuntimeFolder(folder, account);
  const logFile = await startLogFile(home);
  return { folder, binaries, account, runtimeFolder, logFile, password };
}

/** The cluster under a data folder, while a server may run on it; touches nothing. Null: there is none. */
export async function findCluster(
  dataDir: string,
): Promise<Pick<Cluster, 'folder' | 'password'> | null> {
  const folder = path.join(dataDir, 'postgres');
  if (!(await exists(folder))) return null;
  accountFor(folder);
  const password = isWindows ? await keptPassword(dataDir) : null;
  return { folder: await fs.realpath(folder), password };
}

type NewCluster = Pick<Cluster, 'folder' | 'account' | 'binaries' | 'password'> & { home: string };

async function createCluster(cluster: NewCluster): Promise<void> {
  const { home, folder, account, binaries, password } = cluster;
  const unfinished = path.join(home, `postgres.new-${randomUUID()}`);
  await fs.mkdir(unfinished, { mode: 0o700 });
  if (account) await fs.chown(unfinished, account.uid, account.gid);

  const passwordFile = path.join(home, `password-${randomUUID()}`);
  if (password) await fs.writeFile(passwordFile, password, { mode: 0o600 });
  const run = (args: string[]) => runInitdb({ folder: unfinished, account, binaries }, args);
  try {
    // Synced once at the end instead of file by file: a second instead of many on a slow disk.
    await run([
      ...['--no-sync', '--no-instructions', `--username=${CLUSTER_USER}`, '--encoding=UTF8'],
      // The same order of text on every machine, whatever its locale.
      ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      ...(password
        ? ['--auth=scram-sha-256', `--pwfile=${passwordFile}`]
        : ['--auth-local=trust', '--auth-host=reject']),
    ]);
    await run(['--sync-only']);
  } finally {
    await fs.rm(passwordFile, { force: true });
  }
  await fs.rename(unfinished, folder);
  await syncFolder(home);
}

async function runInitdb(
  { folder, account, binaries }: Pick<Cluster, 'folder' | 'account' | 'binaries'>,
  args: string[],
): Promise<void> {
  const child = spawn(executable(binaries, 'initdb'), ['-D', dataArgument(folder), ...args], {
    cwd: folder,
    env: clusterEnv(),
    ...account,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  if (code !== 0)
    throw new StartRefused(`PostgreSQL could not make its folder ${folder}: ${complaint.trim()}`);
}

/** An initdb whose parent was killed may still be writing: what cannot go now goes at the next start. */
async function clearUnfinished(home: string): Promise<void> {
  for (const name of await fs.readdir(home)) {
    if (!/^(postgres\.new|password)-/.test(name)) continue;
    await fs
      .rm(path.join(home, name), { recursive: true, force: true, maxRetries: 3 })
      .catch(() => {});
  }
}

/** Killed between setting aside what was there and putting a backup in its place: an empty school would look like a lost one. */
async function refuseHalfRestored(home: string): Promise<void> {
  if (!(await fs.readdir(home)).some((name) => name.startsWith(UNPACKED))) return;
  throw new StartRefused(
    `A restore into ${home} was cut short: run it again, with --replace; what was there before lies in before-restore-….`,
  );
}

async function refuseOtherVersion(folder: string): Promise<void> {
  const found = (await fs.readFile(path.join(folder, 'PG_VERSION'), 'utf8')).trim();
  if (found !== PACKAGED_MAJOR) {
    throw new StartRefused(
      `The database in ${folder} is of PostgreSQL ${found}; this version of Mellom brings ${PACKAGED_MAJOR}.`,
    );
  }
}

/** Where the socket lies. As root under /run, else in the user's own runtime folder. */
async function privateRuntimeFolder(folder: string, account: PostgresAccount): Promise<string> {
  const name = `mellom-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
  const parent = account ? '/run' : (process.env.XDG_RUNTIME_DIR ?? tmpdir());
  const runtimeFolder = path.join(parent, name);
  await fs.mkdir(runtimeFolder, { mode: 0o700, recursive: true });
  const info = await fs.lstat(runtimeFolder);
  // In a shared /tmp somebody else may have made it first, to listen in.
  if (!isWindows && ![process.getuid?.(), account?.uid].includes(info.uid)) {
    throw new StartRefused(`${runtimeFolder} belongs to somebody else: remove it and start again.`);
  }
  if (account) await fs.chown(runtimeFolder, account.uid, account.gid);
  await fs.chmod(runtimeFolder, 0o700);
  return runtimeFolder;
}

async function startLogFile(home: string): Promise<string> {
  const logFile = path.join(home, 'postgres.log');
  const info = await fs.stat(logFile).catch(() => null);
  if (info && info.size > LOG_FILE_BYTES) await fs.rename(logFile, `${logFile}.1`);
  return logFile;
}

async function keptPassword(home: string): Promise<string> {
  const file = path.join(home, 'postgres-password');
  const kept = await fs.readFile(file, 'utf8').catch(() => null);
  if (kept) return kept;
  const password = randomBytes(24).toString('base64url');
  await fs.writeFile(file, password, { mode: 0o600, flush: true });
  return password;
}

export function executable(binaries: string, name: string): string {
  return path.join(binaries, 'bin', isWindows ? `${name}.exe` : name);
}

/**
 * How PostgreSQL is told its folder. On Linux by its working directory, which it is given before it
 * loses root's rights: the folder may lie under a home it could not walk through by name.
 */
export function dataArgument(folder: string): string {
  return process.platform === 'linux' ? '/proc/self/cwd' : folder;
}

/** Nothing of our environment (PGHOST, LANG, secrets) reaches PostgreSQL. */
export function clusterEnv(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env;
  return {
    LC_ALL: 'C',
    TZ: 'UTC',
    ...(PATH ? { PATH } : {}),
    ...(isWindows ? { SystemRoot, TEMP } : {}),
  };
}

async function exists(file: string): Promise<boolean> {
  return (await fs.stat(file).catch(() => null)) !== null;
}
