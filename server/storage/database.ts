import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { Log } from '../platform/log.ts';
import { StartRefused } from '../platform/start-refused.ts';
import type { DatabaseAddress } from './postgres-connection.ts';
import { PreparingClient } from './preparing-client.ts';

/** The app's pool of connections, through Drizzle. `$client` is the pool itself. For transactions: `inTransaction`. */
export type Database = NodePgDatabase & { $client: pg.Pool };

/** One transaction on one connection; begun and ended by `inTransaction` alone. */
export type Tx = Omit<NodePgDatabase, 'transaction' | '$client'>;

/** A server named by a URL (`DATABASE_URL`), or the embedded one by its socket. */
export type DatabaseSource = string | DatabaseAddress;

/** Leaves room for jobs, the probe and a person with psql within the embedded server's 60. */
const POOL_CONNECTIONS = 20;
const CONNECT_WITHIN_MS = 5_000;
/** No query of ours takes seconds; one that does holds a connection that others wait for. */
const STATEMENT_WITHIN_MS = 20_000;

/** Opens the pool; it connects when first used. Close with `database.$client.end()`. */
export function openDatabase(source: DatabaseSource, log: Log): Database {
  const pool = new pg.Pool({
    ...connectionOptions(source),
    Client: PreparingClient,
    // Statements that need not wait for each other's answers travel together.
    pipeline: true,
    max: POOL_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    statement_timeout: STATEMENT_WITHIN_MS,
    idle_in_transaction_session_timeout: STATEMENT_WITHIN_MS,
  });
  // A connection broke. The pool drops it and opens another when needed; the query under way fails by itself.
  // While we close, the server may hang up first.
  const lost = (error: Error) => {
    if (!pool.ending) log.warn({ err: error }, 'database connection lost');
  };
  pool.on('error', lost);
  // While a transaction holds a connection, the pool does not listen to it: unheard, this would end the process.
  pool.on('connect', (client) => client.on('error', lost));
  return drizzle({ client: pool });
}

/** pg's options for a source: what pools and single clients share. */
export function connectionOptions(source: DatabaseSource): pg.ClientConfig {
  return {
    ...(typeof source === 'string' ? { connectionString: source } : source),
    application_name: 'mellom',
    keepAlive: true,
  };
}

/** SQL of ours runs on these major versions. */
const OLDEST_VERSION = 15;

/**
 * Refuses a server that could lose what it acknowledged.
 * @throws one sentence: out of reach, too old, or a setting that trades durability for speed.
 */
export async function refuseUnsafeServer(database: Database): Promise<void> {
  const { rows } = await database.$client
    .query<{ name: string; setting: string }>(
      `select name, setting from pg_settings
       where name in ('server_version_num', 'fsync', 'full_page_writes', 'synchronous_commit')`,
    )
    .catch((error: Error & { code?: string }) => {
      const reason = error.code ?? error.message;
      throw new StartRefused(`The database server cannot be used (${reason}): check DATABASE_URL.`);
    });
  for (const { name, setting } of rows) {
    if (name === 'server_version_num') {
      const major = Math.floor(Number(setting) / 10_000);
      if (major < OLDEST_VERSION) {
        throw new StartRefused(
          `The database server is PostgreSQL ${major}; Mellom needs ${OLDEST_VERSION} or newer.`,
        );
      }
    } else if (setting === 'off') {
      throw new StartRefused(
        `The database server runs with ${name} off and could lose what it has confirmed: turn it on.`,
      );
    }
  }
}
