import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { Database } from '../../server/storage/database.ts';

/** Where in a transaction's end a server may die. */
export type CommitPoint = 'before-commit' | 'after-commit';

export type CrashingDatabase = {
  readonly database: Database;
  /** Whether a statement is under way, or somebody waits for a connection. */
  busy(): boolean;
  /** Cuts every connection, as the end of a process does: what was not committed is rolled back. */
  kill(): void;
  end(): Promise<void>;
};

/** A server's pool of connections that can die with it. `reached` says, at each commit, whether it dies there. */
export function openCrashingDatabase(
  url: string,
  reached: (point: CommitPoint) => boolean,
  crash: () => void,
): CrashingDatabase {
  // Statements travel together, as in production.
  const pool = new pg.Pool({ connectionString: url, pipeline: true, max: 6, idleTimeoutMillis: 0 });
  const clients = new Set<pg.PoolClient>();
  let dead = false;
  const connect = pool.connect.bind(pool) as (...all: unknown[]) => unknown;
  pool.connect = ((...all: unknown[]) => {
    if (!dead) return connect(...all);
    // A dead process opens no connection, neither for its last calls nor to roll back.
    const [answer] = all as [((error: Error) => void)?];
    const error = new Error('Connection terminated: the process is gone');
    return answer ? answer(error) : Promise.reject(error);
  }) as typeof pool.connect;
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    // Asked for in life and opened after death: whatever waited for it would be written by a dead process.
    if (dead) return cut(client);
    clients.add(client);
    dieAtCommit(client);
  });

  function dieAtCommit(client: pg.PoolClient): void {
    const query = client.query.bind(client) as (...all: unknown[]) => unknown;
    let changes = false;
    client.query = ((...all: unknown[]) => {
      const [statement] = all;
      if (typeof statement === 'string' && statement.startsWith('begin'))
        changes = statement === 'begin';
      return statement === 'commit' && changes ? commit(query) : query(...all);
    }) as typeof client.query;
  }

  async function commit(query: (...all: unknown[]) => unknown): Promise<unknown> {
    if (reached('before-commit')) crash();
    const done = await query('commit');
    if (reached('after-commit')) {
      crash();
      // The process is gone: what comes after the commit never comes.
      await new Promise(() => undefined);
    }
    return done;
  }

  return {
    database: drizzle({ client: pool }),
    busy: () => !dead && (pool.waitingCount > 0 || pool.totalCount > pool.idleCount),
    kill() {
      dead = true;
      for (const client of clients) cut(client);
    },
    async end() {
      if (!dead) await pool.end();
    },
  };
}

function cut(client: pg.PoolClient): void {
  (
    client as unknown as { connection: { stream: { destroy(): void } } }
  ).connection.stream.destroy();
}
