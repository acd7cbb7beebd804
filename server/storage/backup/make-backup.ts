import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { type Instant, MINUTE_MS } from '#shared/kernel/duration.ts';
import { makeFolder } from '../../platform/make-folder.ts';
import { StartRefused } from '../../platform/start-refused.ts';
import { connectionOptions } from '../database.ts';
import { PACKAGED_MAJOR } from '../postgres-cluster.ts';
import type { DatabaseAddress } from '../postgres-connection.ts';
import { syncFolder } from '../sync-folder.ts';
import { type Part, type Progress, writeArchive } from './archive.ts';
import { backupName } from './backup-name.ts';
import { baseBackup } from './base-backup.ts';
import { folderParts, nullIfGone } from './folder-parts.ts';
import { manifestOf } from './manifest.ts';
import { DATABASE_NAME, schoolFiles } from './school-files.ts';

const UNFINISHED = /^mellom-.*\.tar\.gz\..*\.part$/u;
/** A backup that is being made is written in all the time. */
const LEFT_AFTER_MS = 10 * MINUTE_MS;

/**
 * Backs a data folder up into one file, while its database runs. The file is there whole, under its name, or not at all.
 * Everything that was acknowledged until the last bytes of the database were read is in it.
 * @param into the folder that it is written in; made if needed
 * @returns the file
 */
export async function makeBackup(options: {
  readonly dataDir: string;
  readonly address: DatabaseAddress;
  readonly into: string;
  readonly now: Instant;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}): Promise<string> {
  const { dataDir, into, now } = options;
  const file = path.join(into, backupName(now));
  const part = `${file}.${randomUUID()}.part`;
  openFolder(into);
  await clearUnfinished(into, now);
  const client = new pg.Client(connectionOptions(options.address));
  // A server that goes away: the query under way says so.
  client.on('error', () => {});
  try {
    await client.connect();
    const manifest = manifestOf({
      madeAt: new Date(now).toISOString(),
      postgres: PACKAGED_MAJOR,
      migrations: await appliedMigrations(client),
    });
    await writeArchive(part, manifest, partsOf(dataDir, client), options);
    await fs.rename(part, file);
    await syncFolder(into);
    return file;
  } catch (error) {
    await fs.rm(part, { force: true });
    throw inWords(error, into);
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * The school's files, its database, and the files that came meanwhile. A file lies there before a row names it and goes after
 * it, and never changes: so each that the database's last moment names has been met in one of the two rounds.
 */
async function* partsOf(dataDir: string, client: pg.Client): AsyncGenerator<Part> {
  const met = new Set<string>();
  yield* filesOf(dataDir, met);
  yield* baseBackup(client, path.join(dataDir, DATABASE_NAME), DATABASE_NAME);
  yield* filesOf(dataDir, met);
}

async function* filesOf(dataDir: string, met: Set<string>): AsyncGenerator<Part> {
  for (const name of schoolFiles(await fs.readdir(dataDir))) {
    if (name === DATABASE_NAME) continue;
    for await (const part of folderParts(path.join(dataDir, name), name, isHalfWritten)) {
      if (met.has(part.entry.path)) continue;
      met.add(part.entry.path);
      yield part;
    }
  }
}

const isHalfWritten = (name: string) => name.endsWith('.part');

async function appliedMigrations(client: pg.Client): Promise<string[]> {
  const { rows: there } = await client.query<{ is: boolean }>(
    "select to_regclass('public.migration') is not null as is",
  );
  if (!there[0]?.is)
    throw new StartRefused('There is no school in this database yet. No backup was made.');
  const { rows } = await client.query<{ name: string }>('select name from migration order by name');
  return rows.map(({ name }) => name);
}

function openFolder(into: string): void {
  try {
    makeFolder(into);
  } catch (error) {
    throw notWritten(into, (error as Error).message);
  }
}

/** What a backup that was killed has left. */
async function clearUnfinished(into: string, now: Instant): Promise<void> {
  for (const name of await fs.readdir(into)) {
    if (!UNFINISHED.test(name)) continue;
    const file = path.join(into, name);
    const info = await fs.stat(file).catch(nullIfGone);
    if (info && now - info.mtimeMs > LEFT_AFTER_MS) await fs.rm(file, { force: true });
  }
}

/** Where there is no room, or no right to write, the person can help. */
function inWords(error: unknown, into: string): unknown {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === 'ABORT_ERR') return new StartRefused('Stopped. No backup was made.');
  return ['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS'].includes(code)
    ? notWritten(into, code)
    : error;
}

function notWritten(into: string, reason: string): StartRefused {
  return new StartRefused(`${into} cannot be written in (${reason}). No backup was made.`);
}
