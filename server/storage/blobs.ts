import * as fs from 'node:fs/promises';
import path from 'node:path';
import type { Instant } from '#shared/kernel/duration.ts';
import { syncFolder } from './sync-folder.ts';

/**
 * Things too large for a row, each under a name that is never given twice: what lies there never changes. In the data folder here;
 * an object store has the same five verbs.
 */
export type Blobs = {
  /** Resolves when it would survive a power cut. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** Null: there is none. */
  get(name: string): Promise<Buffer | null>;
  remove(name: string): Promise<void>;
  /** Everything that was put before that moment. */
  olderThan(at: Instant): AsyncIterable<string>;
};

/** Names come from our own ids. Anything else could lead out of the folder. */
const NAME = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const UNFINISHED = /\.part$/u;

export function makeFolderBlobs(folder: string): Blobs {
  /** A few hundred folders rather than one with everything: the last letters of an id are chance, the first are the time. */
  function pathOf(name: string): string {
    if (!NAME.test(name)) throw new Error('a blob without a name of ours');
    return path.join(folder, name.slice(-2), name);
  }

  return {
    async put(name, bytes) {
      const to = pathOf(name);
      const into = path.dirname(to);
      await fs.mkdir(into, { recursive: true, mode: 0o700 });
      const part = `${to}.part`;
      const file = await fs.open(part, 'w', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await fs.rename(part, to);
      await syncFolder(into);
      await syncFolder(folder);
    },
    async get(name) {
      try {
        return await fs.readFile(pathOf(name));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    remove: (name) => fs.rm(pathOf(name), { force: true }),
    async *olderThan(at) {
      for (const shelf of await namesIn(folder)) {
        for (const name of await namesIn(path.join(folder, shelf))) {
          const file = path.join(folder, shelf, name);
          const stat = await fs.stat(file).catch(() => null);
          if (!stat?.isFile() || stat.mtimeMs >= at) continue;
          if (NAME.test(name)) yield name;
          // A server that was killed while it wrote.
          else if (UNFINISHED.test(name)) await fs.rm(file, { force: true });
        }
      }
    },
  };
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await fs.readdir(folder);
  } catch (error) {
    if (isMissing(error) || (error as NodeJS.ErrnoException).code === 'ENOTDIR') return [];
    throw error;
  }
}

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';
