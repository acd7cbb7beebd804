import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  makeDataFolder,
  type RunningServer,
  removeDataFolder,
  type ServerOptions,
  startServer,
} from '../server/testing/run-server.ts';
import { openPlanning, type Planning } from './planning.ts';

/** A running school: where people go, and the hand that plans things in it which no screen can plan yet. */
export type School = {
  /** An origin, without a slash at the end. */
  readonly url: string;
  readonly dataDir: string;
  readonly planning: Planning;
};

/** A school of one test's own, whose server can be killed. */
export type OwnSchool = School & {
  /** The server that runs just now. */
  server(): RunningServer;
  /** Kills the server with SIGKILL; its PostgreSQL lives on, as after a crash. */
  kill9(): Promise<void>;
  /** The same school at the same address, after `kill9`. */
  startAgain(): Promise<void>;
  close(): Promise<void>;
};

type Told = { readonly url: string; readonly dataDir: string };

/** Hands the common school's whereabouts from the global setup to the workers, which inherit its environment. */
export function tellWorkers(told: Told): void {
  process.env.E2E_SCHOOL = JSON.stringify(told);
}

/** The school that all tests share. Close its planning when done. */
export async function commonSchool(): Promise<School> {
  const told = JSON.parse(process.env.E2E_SCHOOL ?? 'null') as Told | null;
  if (told === null) throw new Error('there is no school: the global setup has not run');
  return { ...told, planning: openPlanning(await databaseOf(told.dataDir)) };
}

/** Starts a server on a data folder of its own. `url`: where people reach it, when that is not the server itself. */
export async function openOwnSchool(
  options: Partial<ServerOptions> & { readonly url?: string } = {},
): Promise<OwnSchool> {
  const dataDir = await makeDataFolder();
  const env = { ...options.env, ...(options.url ? { BASE_URL: options.url } : {}) };
  let server = await startServer({ dataDir, env });
  const planning = openPlanning(await databaseOf(dataDir));
  return {
    url: options.url ?? server.url,
    dataDir,
    planning,
    server: () => server,
    kill9: () => server.kill9(),
    startAgain: async () => {
      server = await startServer({ dataDir, env: { ...env, PORT: String(server.port) } });
    },
    close: async () => {
      await planning.close();
      await server.stop();
      await removeDataFolder(dataDir);
    },
  };
}

/** The embedded database, by the socket folder and port that stand in PostgreSQL's own file. */
async function databaseOf(dataDir: string) {
  const file = await readFile(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8');
  const [, , , port, host = ''] = file.split('\n');
  return { host, port: Number(port), user: 'mellom', database: 'mellom' };
}
