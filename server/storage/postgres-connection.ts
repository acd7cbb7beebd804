import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

/** How to reach a database; the part of pg's options that we use. */
export type DatabaseAddress = {
  /** A host name, or the folder of a Unix socket. */
  host: string;
  port: number;
  user: string;
  database: string;
  password?: string;
};

const RETRY_EVERY_MS = 15;
const CONNECT_WITHIN_MS = 2_000;
/** cannot_connect_now: the server answers, but is starting, recovering or stopping. */
const NOT_YET = '57P03';

/**
 * Waits until the server takes connections.
 * @param lives asked between tries; `false` ends the waiting
 * @param silenceMs how long the server may give no answer at all; "not yet" is an answer
 * @returns whether it is ready
 */
export async function waitUntilReady(
  address: DatabaseAddress,
  { lives, silenceMs }: { lives: () => boolean; silenceMs: number },
): Promise<boolean> {
  let silentSince = performance.now();
  while (lives()) {
    try {
      await withMaintenance(address, async () => {});
      return true;
    } catch (error) {
      if ((error as { code?: string }).code === NOT_YET) silentSince = performance.now();
      if (performance.now() - silentSince > silenceMs) return false;
      await delay(RETRY_EVERY_MS);
    }
  }
  return false;
}

/** Creates the address's database if the server lacks it. */
export async function ensureDatabase(address: DatabaseAddress): Promise<void> {
  await withMaintenance(address, async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [
      address.database,
    ]);
    if (found.rowCount === 0) {
      await client.query(`create database ${pg.escapeIdentifier(address.database)}`);
    }
  });
}

/** Ends every other client's connection to this server, and with it what they had not committed. */
export async function endOtherConnections(address: DatabaseAddress): Promise<void> {
  await withMaintenance(address, (client) =>
    client.query(
      `select pg_terminate_backend(pid, 1000) from pg_stat_activity
       where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    ),
  );
}

/** One connection to the server's own database `postgres`, for the time of `work`. */
export async function withMaintenance<T>(
  address: DatabaseAddress,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    ...address,
    database: 'postgres',
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
  });
  // A server that goes away between two queries; the next query says so too.
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
