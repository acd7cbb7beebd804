import * as fs from 'node:fs/promises';
import path from 'node:path';
import type { PersonId } from '#shared/kernel/ids.ts';
import { makeFolder } from '../platform/make-folder.ts';
import { StartRefused } from '../platform/start-refused.ts';
import { syncFolder } from './sync-folder.ts';

/** Who has been erased, in a file that no restore takes back: a line for each, and lines are only ever added. */
export type ErasureList = {
  read(): Promise<PersonId[]>;
  /** Resolves when it would survive a power cut. */
  add(personIds: readonly PersonId[]): Promise<void>;
};

/** A line that a power cut tore is none: the database has its row, and it is added again. */
const LINE = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

export function makeErasureList(file: string): ErasureList {
  /** One after the other, so that no two write into each other's line. */
  let adding: Promise<void> = Promise.resolve();

  async function append(personIds: readonly PersonId[]): Promise<void> {
    makeFolder(path.dirname(file));
    const handle = await fs.open(file, 'a', 0o600);
    try {
      // Begun on a line of its own, whatever the last one came to.
      await handle.appendFile(personIds.map((id) => `\n${id}\n`).join(''));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await syncFolder(path.dirname(file));
  }

  return {
    async read() {
      const text = await fs.readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return '';
        throw new StartRefused(
          `The list of who has been erased, ${file}, cannot be read (${error.code}): without it they could come back. See ERASURES_FILE.`,
        );
      });
      return text.split('\n').filter((line) => LINE.test(line)) as PersonId[];
    },
    add(personIds) {
      if (personIds.length === 0) return Promise.resolve();
      const mine = adding.then(() => append(personIds));
      adding = mine.catch(() => {});
      return mine;
    },
  };
}
