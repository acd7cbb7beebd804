// Empties the demonstration school: its database, which the next start fills anew, and letters that were never sent.
import * as fs from 'node:fs/promises';
import { parseConfig } from '../server/config.ts';
import { lockDataFolder } from '../server/data-folder.ts';
import { makeLog } from '../server/platform/log.ts';
import { mailFolder } from '../server/platform/mail.ts';
import { StartRefused } from '../server/platform/start-refused.ts';
import { type Database, openDatabase } from '../server/storage/database.ts';
import { openEmbeddedPostgres } from '../server/storage/embedded-postgres.ts';
import { runTool } from './run-tool.ts';

async function reset(): Promise<void> {
  const config = parseConfig(process.env);
  const log = makeLog('warn');
  await using open = new AsyncDisposableStack();
  // Refuses while a server runs on the folder.
  const lock = lockDataFolder(config.dataDir);
  open.defer(() => lock.release());

  const postgres =
    config.databaseUrl === null
      ? await openEmbeddedPostgres({ dataDir: config.dataDir, log })
      : null;
  open.defer(() => postgres?.stop());
  const database = openDatabase(postgres?.connection ?? config.databaseUrl ?? '', log);
  open.defer(() => database.$client.end());

  await refuseWhatIsNotDemo(database);
  await empty(database);
  await fs.rm(mailFolder(config.dataDir), { recursive: true, force: true });
  await fs.rm(config.erasuresFile, { force: true });
  console.log('The demonstration school is empty. The next start fills it anew.');
}

/**
 * Only a database that says of itself that it is a demonstration school is emptied; one that we have not even begun in
 * is somebody else's, whatever lies in it.
 */
async function refuseWhatIsNotDemo({ $client }: Database): Promise<void> {
  const { rows } = await $client.query<{ ours: boolean }>(
    "select to_regclass('public.school') is not null and to_regclass('public.migration') is not null as ours",
  );
  if (!rows[0]?.ours) {
    throw new StartRefused(
      'There is no demonstration school in this database. Nothing was touched.',
    );
  }
  const real = await $client.query("select 1 from school where kind <> 'demo'");
  if (real.rowCount) throw new StartRefused('This is a real school. Nothing was touched.');
}

/** Our own schema, and no other: a database can be shared. */
async function empty({ $client }: Database): Promise<void> {
  await $client.query('drop schema public cascade; create schema public');
}

await runTool(reset);
