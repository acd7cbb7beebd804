import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

export type RunningServer = {
  /** Its address, without a slash at the end. */
  url: string;
  port: number;
  process: ChildProcess;
  /** What it has said so far on stdout and stderr. */
  output(): string;
  /** SIGTERM, and wait. The exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL, and wait. Its PostgreSQL lives on, as after a crash. */
  kill9(): Promise<void>;
};

export type ServerOptions = {
  dataDir: string;
  /** Over a plain environment. `PORT` is a free one unless given here. */
  env?: Record<string, string>;
  /** Instead of `server/main.ts`. */
  script?: string;
};

const main = path.join(import.meta.dirname, '../main.ts');
const READY_WITHIN_MS = 90_000;

/**
 * The real server as a process of its own, ready to take calls.
 * @throws with its output, when it exits instead or is not ready in a minute.
 */
export async function startServer({
  dataDir,
  env = {},
  script = main,
}: ServerOptions): Promise<RunningServer> {
  const port = Number(env.PORT ?? (await freePort()));
  const child = spawn(process.execPath, [script], {
    env: { ...plainEnv(), LOG_LEVEL: 'info', PORT: String(port), DATA_DIR: dataDir, ...env },
    // With the channel a server ends when its test is killed.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const output = collectOutput(child);
  const exited = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  const url = `http://localhost:${port}`;
  await becomesReady(child, url, output);

  return {
    url,
    port,
    process: child,
    output,
    stop: async () => {
      child.kill('SIGTERM');
      return (await exited)[0];
    },
    kill9: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** The environment without settings of ours, and without those that Vitest adds (`BASE_URL`, `NODE_ENV`). */
export function plainEnv(): Record<string, string> {
  const names = ['PATH', 'HOME', 'USER', 'LANG', 'TZ', 'TMPDIR', 'XDG_RUNTIME_DIR'];
  const values = names.map((name) => [name, process.env[name]] as const);
  return Object.fromEntries(
    values.filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

async function becomesReady(child: ChildProcess, url: string, output: () => string): Promise<void> {
  const giveUpAt = performance.now() + READY_WITHIN_MS;
  while (child.exitCode === null && child.signalCode === null && performance.now() < giveUpAt) {
    if ((await healthOf(url)) === 200) return;
    await delay(25);
  }
  child.kill('SIGKILL');
  throw new Error(`The server did not become ready:\n${output()}`);
}

/** The status of `GET /health`, or `null` when nobody answers. */
export async function healthOf(url: string): Promise<number | null> {
  const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(5_000) }).catch(
    () => null,
  );
  await answer?.body?.cancel();
  return answer?.status ?? null;
}

/** Everything a child process says, to read at any time. Its pipes must be open. */
export function collectOutput(child: ChildProcess): () => string {
  let text = '';
  for (const pipe of [child.stdout, child.stderr]) {
    pipe?.setEncoding('utf8').on('data', (more: string) => {
      text += more;
    });
  }
  return () => text;
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  probe.close();
  await once(probe, 'close');
  return address.port;
}

/** A data folder of the test's own; give it back with `removeDataFolder`. */
export function makeDataFolder(): Promise<string> {
  return fs.mkdtemp(path.join(tmpdir(), 'mellom-data-'));
}

/** Ends what still runs on the folder, such as the PostgreSQL of a killed server, and removes it. */
export async function removeDataFolder(dataDir: string): Promise<void> {
  const pidFile = path.join(dataDir, 'postgres/postmaster.pid');
  const socketFolder = (await fs.readFile(pidFile, 'utf8').catch(() => '')).split('\n')[4];
  for (const pid of await processesOn(dataDir)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself.
    }
  }
  if (socketFolder) await fs.rm(socketFolder, { recursive: true, force: true });
  await fs.rm(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** The processes whose working folder is this one or one in it: the embedded PostgreSQL's. Linux only. */
export async function processesOn(folder: string): Promise<number[]> {
  const pids = (await fs.readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const at = await Promise.all(
    pids.map((pid) => fs.readlink(`/proc/${pid}/cwd`).catch(() => null)),
  );
  return pids.filter((_, i) => at[i] === folder || at[i]?.startsWith(`${folder}/`)).map(Number);
}
