import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '../platform/log.ts';
import { StartRefused } from '../platform/start-refused.ts';
import { CLUSTER_USER, type Cluster, findCluster, prepareCluster } from './postgres-cluster.ts';
import {
  type DatabaseAddress,
  endOtherConnections,
  ensureDatabase,
  waitUntilReady,
} from './postgres-connection.ts';
import {
  findPostmaster,
  isPostmaster,
  lastLogLines,
  portFor,
  processesOn,
  removeStaleMarks,
  spawnPostmaster,
  stopPostmaster,
  whereItListens,
} from './postgres-process.ts';

export type EmbeddedPostgres = {
  connection: DatabaseAddress;
  /** The postmaster's process id; a new one after an outage. */
  readonly pid: number;
  /** Stops the server, waits until it is gone, and leaves no process behind. */
  stop(): Promise<void>;
};

/** A server that lives but does not answer (its socket was tidied away) is stopped and started anew. */
const ADOPTED_SILENCE_MS = 10_000;
/** From spawn to the first answer, also on a slow disk. Recovery after that may take its time. */
const NEW_SILENCE_MS = 60_000;
/** Backends of a killed server leave by themselves, in milliseconds; longer than this is a hang. */
const LEFTOVERS_LEAVE_WITHIN_MS = 30_000;
const WATCH_EVERY_MS = 250;
const RETRY_AFTER_MS = 1_000;

/**
 * Runs PostgreSQL 18 on `dataDir`/postgres as a child process, with the locked package's binaries.
 * A server left by a killed parent is taken over; one that dies while we run is started again.
 * The caller holds the data folder's lock.
 * @throws one sentence when the folder belongs to somebody else or PostgreSQL does not start.
 */
export async function openEmbeddedPostgres(options: {
  dataDir: string;
  log: Log;
}): Promise<EmbeddedPostgres> {
  const { log } = options;
  const stopping = new AbortController();
  const cluster = await prepareCluster(options.dataDir);
  const connection = addressOf(cluster);
  let pid = await adoptOrStart(cluster, log, stopping.signal);
  await ensureDatabase(connection);

  const watching = (async () => {
    while (!stopping.signal.aborted) {
      await pause(WATCH_EVERY_MS, stopping.signal);
      if (stopping.signal.aborted || isPostmaster(cluster, pid)) continue;
      log.warn({ pid }, 'postgres died, starting it again');
      try {
        pid = await adoptOrStart(cluster, log, stopping.signal);
      } catch (error) {
        log.error({ err: error }, 'postgres did not come back, trying again');
        await pause(RETRY_AFTER_MS, stopping.signal);
      }
    }
  })();

  return {
    connection,
    get pid() {
      return pid;
    },
    async stop() {
      stopping.abort();
      await watching;
      const last = (await findPostmaster(cluster)) ?? pid;
      await stopPostmaster(cluster, last);
      await rm(cluster.runtimeFolder, { recursive: true, force: true });
      log.info({ pid: last }, 'postgres stopped');
    },
  };
}

/** The address of a server that somebody else runs on `dataDir`/postgres, and who is left alone; `null` when there is none. */
export async function findEmbeddedPostgres(dataDir: string): Promise<DatabaseAddress | null> {
  const cluster = await findCluster(dataDir);
  const listens = cluster && (await whereItListens(cluster));
  return cluster && listens && { ...listens, ...whoWeAre(cluster) };
}

async function adoptOrStart(cluster: Cluster, log: Log, signal: AbortSignal): Promise<number> {
  const deadline = performance.now() + LEFTOVERS_LEAVE_WITHIN_MS;
  for (;;) {
    signal.throwIfAborted();
    const found = await findPostmaster(cluster);
    if (found !== null) {
      if (await adopt(cluster, found, signal)) {
        log.info({ pid: found }, 'postgres adopted from a killed parent');
        return found;
      }
      await stopPostmaster(cluster, found);
    } else if (processesOn(cluster).length === 0) {
      const pid = await start(cluster, signal);
      log.info({ pid }, 'postgres started');
      return pid;
    } else if (performance.now() > deadline) {
      throw new StartRefused(
        `Processes of an earlier PostgreSQL still use ${cluster.folder}: ${processesOn(cluster).join(', ')}.`,
      );
    } else {
      // The last backends of a killed server, or one whose parent died before it wrote its pid.
      await pause(20, signal);
    }
  }
}

async function adopt(cluster: Cluster, pid: number, signal: AbortSignal): Promise<boolean> {
  const address = addressOf(cluster);
  const ready = await waitUntilReady(address, {
    lives: () => !signal.aborted && isPostmaster(cluster, pid),
    silenceMs: ADOPTED_SILENCE_MS,
  });
  // What the killed parent had under way must not be committed behind our back.
  if (ready) await endOtherConnections(address);
  return ready;
}

async function start(cluster: Cluster, signal: AbortSignal): Promise<number> {
  await removeStaleMarks(cluster);
  const child = spawnPostmaster(cluster, portFor(cluster));
  await once(child, 'spawn');
  child.unref();
  const { pid } = child;
  const ready = await waitUntilReady(addressOf(cluster), {
    lives: () => !signal.aborted && child.exitCode === null && child.signalCode === null,
    silenceMs: NEW_SILENCE_MS,
  });
  if (ready && pid !== undefined) return pid;
  if (pid !== undefined) await stopPostmaster(cluster, pid);
  signal.throwIfAborted();
  throw new StartRefused(`PostgreSQL did not start. Its log says:\n${lastLogLines(cluster)}`);
}

function addressOf(cluster: Cluster): DatabaseAddress {
  return {
    host: process.platform === 'win32' ? '127.0.0.1' : cluster.runtimeFolder,
    port: portFor(cluster),
    ...whoWeAre(cluster),
  };
}

function whoWeAre({ password }: Pick<Cluster, 'password'>) {
  return { user: CLUSTER_USER, database: 'mellom', ...(password === null ? {} : { password }) };
}

/** Waits, or returns at once when we are to stop. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal, ref: false }).catch(() => {});
}
