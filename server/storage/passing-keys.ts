import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs/promises';
import path from 'node:path';
import type { Instant } from '#shared/kernel/duration.ts';
import { syncFolder } from './sync-folder.ts';

/** Bytes: as long as the hash that it keys (RFC 2104 §3). */
const KEY_BYTES = 32;
/** Names come from our own ids. Anything else could lead out of the folder. */
const NAME = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/**
 * Keys that live as long as what they lock. Each is a small file, outside the database: what has stood in a row stands in the
 * database's log of changes after the row is gone, and in whatever copies are kept of that log.
 */
export type PassingKeys = {
  /** Draws one, unless there is one. It would survive a power cut when this resolves. */
  draw(id: string): Promise<void>;
  /** Null: there is none, or none any more. */
  get(id: string): Promise<Buffer | null>;
  /** Written over before it goes: a file system lets the bytes of a file that is deleted lie. */
  destroy(id: string): Promise<void>;
  /** All that there are, and since when. */
  all(): Promise<readonly { readonly id: string; readonly since: Instant }[]>;
};

export function makePassingKeys(folder: string): PassingKeys {
  const known = new Map<string, Buffer>();
  /** Whoever is reading one while it is written over has read nothing. */
  const gone = new Set<string>();

  function fileOf(id: string): string {
    if (!NAME.test(id)) throw new Error('a key without an id of ours');
    return path.join(folder, id);
  }

  async function get(id: string): Promise<Buffer | null> {
    const key = known.get(id) ?? (await fs.readFile(fileOf(id)).catch(nullIfMissing));
    // Killed between the file's name and its bytes: nobody has used it.
    if (key?.length !== KEY_BYTES || gone.has(id)) return null;
    known.set(id, key);
    return key;
  }

  return {
    get,
    async draw(id) {
      if (await get(id)) return;
      const key = randomBytes(KEY_BYTES);
      await fs.mkdir(folder, { recursive: true, mode: 0o700 });
      await fs.writeFile(fileOf(id), key, { mode: 0o600, flush: true });
      await syncFolder(folder);
      known.set(id, key);
    },
    async destroy(id) {
      gone.add(id);
      known.delete(id);
      const file = await fs.open(fileOf(id), 'r+').catch(nullIfMissing);
      if (!file) return;
      try {
        await file.write(Buffer.alloc(KEY_BYTES), 0, KEY_BYTES, 0);
        await file.sync();
      } finally {
        await file.close();
      }
      await fs.rm(fileOf(id), { force: true });
    },
    async all() {
      const names = (await fs.readdir(folder).catch(nullIfMissing)) ?? [];
      const found = names
        .filter((name) => NAME.test(name))
        .map(async (id) => {
          const stat = await fs.stat(fileOf(id)).catch(nullIfMissing);
          return stat ? [{ id, since: stat.mtimeMs }] : [];
        });
      return (await Promise.all(found)).flat();
    },
  };
}

function nullIfMissing(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
  throw error;
}
