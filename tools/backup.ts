// `npm run backup`: one file with everything of the school, while the server runs or while it does not. `-- --thin` then
// removes older ones: all of the last two hours stay, one an hour for two days, and one a day for thirty.
import { existsSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Config, parseConfig } from '../server/config.ts';
import { lockDataFolder } from '../server/data-folder.ts';
import { makeLog } from '../server/platform/log.ts';
import { StartRefused } from '../server/platform/start-refused.ts';
import { backupName, madeAt } from '../server/storage/backup/backup-name.ts';
import { outlived } from '../server/storage/backup/keeping.ts';
import { makeBackup } from '../server/storage/backup/make-backup.ts';
import { DATABASE_NAME } from '../server/storage/backup/school-files.ts';
import { findEmbeddedPostgres, openEmbeddedPostgres } from '../server/storage/embedded-postgres.ts';
import type { DatabaseAddress } from '../server/storage/postgres-connection.ts';
import { runTool } from './run-tool.ts';
import { sayProgress } from './say-progress.ts';

/** A server that is starting or stopping holds the folder, and its database is not there yet, or any more. */
const SERVER_SETTLES_WITHIN_MS = 20_000;
const LOOK_AGAIN_AFTER_MS = 250;

async function backUp(signal: AbortSignal): Promise<void> {
  const { values } = parseArgs({ options: { thin: { type: 'boolean', default: false } } });
  const config = parseConfig(process.env);
  refuseOthersDatabase(config);
  await using open = new AsyncDisposableStack();
  const address = await addressOf(config.dataDir, open);
  const { dataDir, backupDir } = config;
  const now = Date.now();
  const progress = sayProgress('copied', null);
  const file = await makeBackup({ dataDir, address, into: backupDir, now, signal, progress });
  const { size } = await fs.stat(file);
  console.log(`${file} (${(size / 1_000_000).toFixed(1)} MB)`);
  if (values.thin) await thin(backupDir, now);
}

function refuseOthersDatabase({ databaseUrl, dataDir }: Config): void {
  if (databaseUrl !== null) {
    throw new StartRefused(
      'DATABASE_URL names a PostgreSQL of your own: back it up with its own tools, and DATA_DIR as a folder (docs/running.md).',
    );
  }
  if (!existsSync(path.join(dataDir, DATABASE_NAME))) {
    throw new StartRefused(`There is no school in ${dataDir}: set DATA_DIR to its folder.`);
  }
}

/** The server's own database beside it, or one that we run for as long as we need it. */
async function addressOf(dataDir: string, open: AsyncDisposableStack): Promise<DatabaseAddress> {
  const giveUpAt = performance.now() + SERVER_SETTLES_WITHIN_MS;
  for (;;) {
    const running = await findEmbeddedPostgres(dataDir);
    if (running) return running;
    try {
      const lock = lockDataFolder(dataDir);
      open.defer(() => lock.release());
      break;
    } catch (error) {
      if (!(error instanceof StartRefused) || performance.now() > giveUpAt) throw error;
      await delay(LOOK_AGAIN_AFTER_MS);
    }
  }
  const postgres = await openEmbeddedPostgres({ dataDir, log: makeLog('warn') });
  open.defer(() => postgres.stop());
  return postgres.connection;
}

async function thin(backupDir: string, now: number): Promise<void> {
  const times = (await fs.readdir(backupDir)).map(madeAt).filter((at) => at !== null);
  const gone = outlived(times, now);
  for (const at of gone) await fs.rm(path.join(backupDir, backupName(at)), { force: true });
  if (gone.length > 0) console.log(`${gone.length} older removed`);
}

await runTool(backUp);
