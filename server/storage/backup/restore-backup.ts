import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import * as fs from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Instant } from '#shared/kernel/duration.ts';
import type { Log } from '../../platform/log.ts';
import { StartRefused } from '../../platform/start-refused.ts';
import { findEmbeddedPostgres, openEmbeddedPostgres } from '../embedded-postgres.ts';
import { accountFor, type PostgresAccount } from '../postgres-account.ts';
import { PACKAGED_MAJOR } from '../postgres-cluster.ts';
import { syncFolder } from '../sync-folder.ts';
import { type Part, type Progress, readArchive } from './archive.ts';
import type { Manifest } from './manifest.ts';
import { DATABASE_NAME, schoolFiles, UNPACKED } from './school-files.ts';

const SET_ASIDE = 'before-restore-';

/**
 * Puts a data folder back to a backup. It is unpacked beside, checked to its last byte and opened once by PostgreSQL; only
 * then is it put in place, the database last. The caller holds the data folder's lock.
 * @param migrations that this version knows
 * @param replace sets aside what is there; without it only an empty folder is restored into
 * @returns what the backup says of itself, and where that which was there has gone
 * @throws {StartRefused} one sentence, and nothing has changed
 */
export async function restoreBackup(options: {
  readonly file: string;
  readonly dataDir: string;
  readonly migrations: readonly string[];
  readonly replace: boolean;
  readonly now: Instant;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}): Promise<{ manifest: Manifest; setAside: string | null }> {
  const { dataDir, replace } = options;
  const there = schoolFiles(await fs.readdir(dataDir));
  if (there.length > 0 && !replace) {
    throw new StartRefused(
      `The data folder ${dataDir} is not empty: move what is in it away, or add --replace, which sets it aside. Nothing was changed.`,
    );
  }
  if (await findEmbeddedPostgres(dataDir)) {
    throw new StartRefused(
      `A database still runs on ${dataDir}, left by a server that was killed: start Mellom and stop it again first. Nothing was changed.`,
    );
  }
  await clearUnpacked(dataDir);
  const unpacked = path.join(dataDir, `${UNPACKED}${randomUUID()}`);
  try {
    const manifest = await unpack(unpacked, options);
    await openOnce(unpacked, options.log);
    const setAside = there.length > 0 ? await putAside(dataDir, there, options.now) : null;
    await putInPlace(unpacked, dataDir);
    return { manifest, setAside };
  } catch (error) {
    throw inWords(error, dataDir);
  } finally {
    await fs.rm(unpacked, { recursive: true, force: true });
  }
}

async function unpack(
  unpacked: string,
  options: Parameters<typeof restoreBackup>[0],
): Promise<Manifest> {
  await fs.mkdir(unpacked, { mode: 0o700 });
  const { file, dataDir, migrations, signal, progress } = options;
  const account = accountFor(path.join(dataDir, DATABASE_NAME));
  const known = { postgres: PACKAGED_MAJOR, migrations };
  return readArchive(file, known, {
    take: (part) => put(unpacked, part, isDatabase(part) ? account : null),
    signal,
    progress,
  });
}

const isDatabase = ({ entry }: Part) => entry.path.split('/')[0] === DATABASE_NAME;

async function put(
  folder: string,
  { entry, content }: Part,
  owner: PostgresAccount,
): Promise<void> {
  const to = path.join(folder, entry.path);
  if (entry.kind === 'folder') await fs.mkdir(to, { recursive: true, mode: 0o700 });
  else {
    await pipeline(content, createWriteStream(to, { flags: 'wx', mode: 0o600, flush: true }));
    await fs.utimes(to, new Date(entry.changedAt), new Date(entry.changedAt));
  }
  if (owner) await fs.chown(to, owner.uid, owner.gid);
}

/** PostgreSQL itself mends the copy from its log of changes, and says whether it can be used. */
async function openOnce(unpacked: string, log: Log): Promise<void> {
  if (!(await fs.readdir(unpacked)).includes(DATABASE_NAME)) {
    throw new StartRefused('There is no database in the backup. Nothing was changed.');
  }
  const postgres = await openEmbeddedPostgres({ dataDir: unpacked, log });
  await postgres.stop();
}

async function putAside(dataDir: string, names: readonly string[], now: Instant): Promise<string> {
  const stamp = new Date(now).toISOString().slice(0, 19).replaceAll(':', '');
  const aside = path.join(dataDir, `${SET_ASIDE}${stamp}`);
  await fs.mkdir(aside, { mode: 0o700 });
  for (const name of names) await fs.rename(path.join(dataDir, name), path.join(aside, name));
  await syncFolder(aside);
  return aside;
}

/** The database last: while it is not there, whoever looks finds no school rather than half of one. */
async function putInPlace(unpacked: string, dataDir: string): Promise<void> {
  const names = schoolFiles(await fs.readdir(unpacked)).filter((name) => name !== DATABASE_NAME);
  for (const name of [...names, DATABASE_NAME]) {
    await fs.rename(path.join(unpacked, name), path.join(dataDir, name));
  }
  await syncFolder(dataDir);
}

/** What a restore that was killed has left. */
async function clearUnpacked(dataDir: string): Promise<void> {
  for (const name of await fs.readdir(dataDir)) {
    if (name.startsWith(UNPACKED)) await fs.rm(path.join(dataDir, name), { recursive: true });
  }
}

function inWords(error: unknown, dataDir: string): unknown {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === 'ABORT_ERR') return new StartRefused('Stopped. Nothing was changed.');
  if (!['ENOSPC', 'EDQUOT'].includes(code)) return error;
  return new StartRefused(
    `There is no room in ${dataDir} for the backup (${code}). Nothing was changed.`,
  );
}
