import { execFile } from 'node:child_process';
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const PIECE = Buffer.alloc(1024 * 1024, 'x');

export type SmallDisk = {
  readonly folder: string;
  /** Writes until nothing more goes in. */
  fill(): Promise<void>;
  /** Takes away what filled it. */
  free(): Promise<void>;
  /** Takes the disk away with everything on it. */
  unmount(): Promise<void>;
};

/** A disk of this size in memory; null where this machine lets nobody mount one (it takes root on Linux). */
export async function mountSmallDisk(megabytes: number): Promise<SmallDisk | null> {
  const folder = await fs.mkdtemp(path.join(tmpdir(), 'mellom-disk-'));
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder]);
  } catch {
    await fs.rmdir(folder);
    return null;
  }
  const ballast = path.join(folder, 'ballast');
  return {
    folder,
    async fill() {
      const file = await fs.open(ballast, 'a');
      try {
        for (
          let piece = PIECE;
          piece.length > 0;
          piece = piece.subarray(Math.ceil(piece.length / 2))
        ) {
          while (await fits(file, piece));
        }
      } finally {
        await file.close();
      }
    },
    free: () => fs.rm(ballast, { force: true }),
    async unmount() {
      await run('umount', ['--lazy', folder]);
      await fs.rmdir(folder);
    },
  };
}

async function fits(file: fs.FileHandle, piece: Buffer): Promise<boolean> {
  try {
    const { bytesWritten } = await file.write(piece);
    return bytesWritten === piece.length;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return false;
    throw error;
  }
}
