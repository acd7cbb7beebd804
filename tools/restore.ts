// `npm run restore -- FILE`: puts the data folder back to a backup. Onto an empty folder only, or with `--replace`, which sets
// aside what is there. While a server runs on the folder it is refused.
import { existsSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Config, parseConfig } from '../server/config.ts';
import { lockDataFolder } from '../server/data-folder.ts';
import { makeLog } from '../server/platform/log.ts';
import { StartRefused } from '../server/platform/start-refused.ts';
import { restoreBackup } from '../server/storage/backup/restore-backup.ts';
import { knownMigrations } from '../server/storage/migrate.ts';
import { runTool } from './run-tool.ts';
import { sayProgress } from './say-progress.ts';

async function restore(signal: AbortSignal): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { replace: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const config = parseConfig(process.env);
  const file = askedFor(config, positionals);
  const { size } = await fs.stat(file).catch((error: NodeJS.ErrnoException) => {
    throw new StartRefused(`There is no backup at ${file} (${error.code}). Nothing was changed.`);
  });
  const { dataDir } = config;
  const isNew = !existsSync(dataDir);
  const lock = lockDataFolder(dataDir);
  try {
    const { manifest, setAside } = await restoreBackup({
      ...{ file, dataDir, replace: values.replace, migrations: await knownMigrations() },
      ...{ now: Date.now(), log: makeLog('warn'), signal },
      progress: sayProgress('read', size),
    });
    console.log(`${dataDir} is as it was at ${manifest.madeAt}.`);
    if (setAside)
      console.log(`What was there before lies in ${setAside}: remove it when all is well.`);
    if (!existsSync(path.join(dataDir, 'keys'))) {
      console.log(
        'Its keys are not in a backup: put your copy of keys/ there before the next start.',
      );
    }
    console.log('The next start erases again whoever has been erased since.');
  } finally {
    lock.release();
    // A refused restore leaves no folder where there was none. One with anything in it stays.
    if (isNew) await fs.rmdir(dataDir).catch(() => {});
  }
}

function askedFor({ databaseUrl }: Config, [file, ...more]: readonly string[]): string {
  if (databaseUrl !== null) {
    throw new StartRefused(
      'DATABASE_URL names a PostgreSQL of your own: restore it with its own tools (docs/running.md). Nothing was changed.',
    );
  }
  if (file === undefined || more.length > 0) {
    throw new StartRefused('Name one backup: npm run restore -- FILE. Nothing was changed.');
  }
  return path.resolve(file);
}

await runTool(restore);
