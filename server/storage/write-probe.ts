import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { connectionOptions, type DatabaseSource } from './database.ts';

export type WriteProbe = {
  /** Answers at once, from what the last write showed. */
  ready(): boolean;
  stop(): Promise<void>;
};

/** A write older than this proves nothing about now. */
const GOOD_FOR_MS = 2_000;
/** Often enough that a slow write still ends while the one before it is good. */
const WRITE_EVERY_MS = 750;
const WRITE_WITHIN_MS = 1_200;

/**
 * Writes and syncs one row again and again on a connection of its own, so that a database that hangs
 * costs nobody an answer. Resolves when the first write has succeeded or failed.
 */
export async function startWriteProbe(source: DatabaseSource): Promise<WriteProbe> {
  const stopping = new AbortController();
  let storedAtMs = Number.NEGATIVE_INFINITY;
  let client: pg.Client | null = null;

  async function write(): Promise<void> {
    try {
      client ??= await connect(source);
      await client.query(
        `insert into write_probe values (1, now())
         on conflict (id) do update set written_at = excluded.written_at`,
      );
      storedAtMs = performance.now();
    } catch {
      // Why it failed stands in the log of whoever needed the database. Here only that it did.
      storedAtMs = Number.NEGATIVE_INFINITY;
      client?.end().catch(() => {});
      client = null;
    }
  }

  await write();
  const writing = (async () => {
    while (!stopping.signal.aborted) {
      await delay(WRITE_EVERY_MS, undefined, { signal: stopping.signal, ref: false }).catch(
        () => {},
      );
      if (!stopping.signal.aborted) await write();
    }
  })();

  return {
    ready: () => performance.now() - storedAtMs <= GOOD_FOR_MS,
    async stop() {
      stopping.abort();
      await writing;
      await client?.end().catch(() => {});
    },
  };
}

async function connect(source: DatabaseSource): Promise<pg.Client> {
  const client = new pg.Client({
    ...connectionOptions(source),
    connectionTimeoutMillis: WRITE_WITHIN_MS,
    query_timeout: WRITE_WITHIN_MS,
  });
  // A connection that breaks while idle; the next write fails and opens another.
  client.on('error', () => {});
  await client.connect();
  return client;
}
