import { afterEach, beforeEach } from 'vitest';
import { signInCookie } from '../features/identity/sign-in/cookie.ts';
import { openSignInKey } from '../features/identity/sign-in/sign-in-key.ts';
import { makeLog } from '../platform/log.ts';
import { type Database, openDatabase } from '../storage/database.ts';
import { openEmbeddedPostgres } from '../storage/embedded-postgres.ts';
import { migrate } from '../storage/migrate.ts';
import { makeDataFolder, type RunningServer, removeDataFolder } from './run-server.ts';

/** Five times the goal of X1: a test catches a hang, a bench measures. */
export const WATCHDOG_MS = 5 * 5_000;

/** A data folder for each test of a file, for a server that is killed and started again on it. */
export function useDataFolder() {
  let dataDir = '';
  beforeEach(async () => {
    dataDir = await makeDataFolder();
  });
  afterEach(() => removeDataFolder(dataDir));
  return workOn(() => dataDir);
}

/** The same on a folder that is somebody else's to make and to remove. */
export function dataFolderAt(dataDir: string) {
  return workOn(() => dataDir);
}

function workOn(path: () => string) {
  const log = makeLog('error');
  return {
    path,
    /** The `Cookie` header that goes with a sign-in's token. */
    cookieOf({ url }: RunningServer, token: string): string {
      const cookie = signInCookie(url, openSignInKey(path())('cookie'));
      return cookie.set(token).split(';')[0] ?? '';
    },
    /** Something done on the folder's database, while no server runs on it. */
    async onDatabase<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
      const postgres = await openEmbeddedPostgres({ dataDir: path(), log });
      await migrate(postgres.connection, log);
      const database = openDatabase(postgres.connection, log);
      try {
        return await work(database);
      } finally {
        await database.$client.end();
        await postgres.stop();
      }
    },
  };
}

/** The middle and the worst of some times, in words. */
export function spread(allMs: readonly number[]): string {
  const sorted = allMs.toSorted((a, b) => a - b).map(Math.round);
  return `${sorted[Math.floor(sorted.length / 2)]} ms, at most ${sorted.at(-1)} ms`;
}
