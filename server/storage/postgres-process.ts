import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { closeSync, openSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Cluster, clusterEnv, dataArgument, executable } from './postgres-cluster.ts';

const UNIX_PORT = 5432;
type Folder = Pick<Cluster, 'folder'>;
const isWindows = process.platform === 'win32';

/** Sized for a small machine: two cores and a few hundred megabytes to spare. */
const settings: Record<string, string> = {
  max_connections: '60',
  shared_buffers: '64MB',
  max_wal_size: '256MB',
  // Plain reads in the backend itself and no parallel workers: fewer processes, no need of /dev/shm.
  io_method: 'sync',
  max_parallel_workers_per_gather: '0',
  jit: 'off',
  timezone: 'UTC',
  // What PostgreSQL says about a failed statement quotes what people wrote; its own life is enough.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  unix_socket_permissions: '0700',
};

/** Starts the server and returns at once; it is not ready yet. */
export function spawnPostmaster(cluster: Cluster, port: number): ChildProcess {
  const listen = isWindows
    ? { listen_addresses: '127.0.0.1', unix_socket_directories: '' }
    : { listen_addresses: '', unix_socket_directories: cluster.runtimeFolder };
  const options = Object.entries({ ...settings, ...listen, port: String(port) });
  const logFile = openSync(cluster.logFile, 'a', 0o600);
  try {
    return spawn(
      executable(cluster.binaries, 'postgres'),
      [
        '-D',
        dataArgument(cluster.folder),
        ...options.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ],
      {
        cwd: cluster.folder,
        env: clusterEnv(),
        ...cluster.account,
        stdio: ['ignore', logFile, logFile],
        // In a group of its own: Ctrl-C in the terminal is for us, and we stop the database last.
        detached: true,
      },
    );
  } finally {
    closeSync(logFile);
  }
}

export function portFor(cluster: Cluster): number {
  // Any free port would do; derived from the folder it also stays the same from start to start.
  return isWindows
    ? 20_000 + (Number.parseInt(cluster.runtimeFolder.slice(-4), 16) % 20_000)
    : UNIX_PORT;
}

/**
 * The process id of the server that `postmaster.pid` names, if it lives and is ours; `null` for a stale
 * file, also when its number has gone to another program since.
 */
export async function findPostmaster(cluster: Folder): Promise<number | null> {
  const [pid] = await marksOf(cluster);
  return pid && isPostmaster(cluster, pid) ? pid : null;
}

/** Where the server that runs on the folder listens, by its own word; `null` when none does. */
export async function whereItListens(
  cluster: Folder,
): Promise<{ host: string; port: number } | null> {
  const [pid, port, socketFolder] = await marksOf(cluster);
  if (!pid || !port || !isPostmaster(cluster, pid)) return null;
  return { host: socketFolder || '127.0.0.1', port };
}

/** The process, the port and the folder of the socket, as a server writes them when it starts. */
async function marksOf(
  cluster: Folder,
): Promise<[pid: number, port: number, socketFolder: string]> {
  const text = await fs.readFile(pidFile(cluster), 'utf8').catch(() => '');
  const lines = text.split('\n');
  return [Number(lines[0]), Number(lines[3]), lines[4] ?? ''];
}

/**
 * Removes what a killed server left to say that it runs. PostgreSQL would give up when that number now
 * belongs to another program, or to a dead process that nobody has buried. Only when no process is on
 * the folder (`processesOn`).
 */
export async function removeStaleMarks(cluster: Cluster): Promise<void> {
  await fs.rm(pidFile(cluster), { force: true });
  for (const name of await fs.readdir(cluster.runtimeFolder)) {
    await fs.rm(path.join(cluster.runtimeFolder, name), { force: true });
  }
}

function pidFile(cluster: Folder): string {
  return path.join(cluster.folder, 'postmaster.pid');
}

/** Whether this process lives and runs on our folder. A zombie does not live. */
export function isPostmaster(cluster: Folder, pid: number): boolean {
  if (process.platform === 'linux') return workingFolder(pid) === cluster.folder;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return commandOf(pid).includes('postgres');
}

/** Every process at work on the folder, so that two servers never share one. Linux only, else empty. */
export function processesOn(cluster: Cluster): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => workingFolder(pid) === cluster.folder);
}

/**
 * Stops the server and waits until it has gone: politely (open transactions roll back), after
 * `patienceMs` at once (it recovers at the next start), then by force. Never leaves an orphan.
 */
export async function stopPostmaster(
  cluster: Cluster,
  pid: number,
  patienceMs = 2_500,
): Promise<void> {
  if (isWindows) {
    execFileSync(executable(cluster.binaries, 'pg_ctl'), [
      'stop',
      '-m',
      'fast',
      '-D',
      cluster.folder,
    ]);
    return;
  }
  const steps = [
    { signal: 'SIGINT', waitMs: patienceMs },
    { signal: 'SIGQUIT', waitMs: 1_000 },
    { signal: 'SIGKILL', waitMs: 1_000 },
  ] as const;
  for (const { signal, waitMs } of steps) {
    if (!isPostmaster(cluster, pid)) break;
    signalTo(pid, signal);
    const until = performance.now() + waitMs;
    while (isPostmaster(cluster, pid) && performance.now() < until) await delay(10);
  }
  // Children of a server that had to be killed; those it ended itself are gone before it is.
  for (const child of processesOn(cluster)) signalTo(child, 'SIGKILL');
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It went by itself between the look and the signal.
  }
}

/** `null` when the process is gone, a zombie, or not ours to look at. */
function workingFolder(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

function commandOf(pid: number): string {
  if (isWindows) return 'postgres';
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/** The end of PostgreSQL's own log: why a start failed. */
export function lastLogLines(cluster: Cluster): string {
  return readFileSync(cluster.logFile, 'utf8').trim().split('\n').slice(-5).join('\n');
}
