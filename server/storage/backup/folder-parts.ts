import type { FileHandle } from 'node:fs/promises';
import * as fs from 'node:fs/promises';
import path from 'node:path';
import type { Part } from './archive.ts';

const CHUNK_BYTES = 256 * 1024;

/**
 * A file as it is now, while others may write in it: so many bytes as it had when it was opened, with zeros where it has been
 * cut since. Null: it is gone.
 */
export async function* filePart(file: string, name: string): AsyncGenerator<Part> {
  const handle = await fs.open(file, 'r').catch(nullIfGone);
  if (handle === null) return;
  try {
    const { size, mtimeMs } = await handle.stat();
    const entry = { kind: 'file', path: name, bytes: size, changedAt: mtimeMs } as const;
    yield { entry, content: readExactly(handle, size) };
  } finally {
    await handle.close();
  }
}

export function folderPart(name: string, changedAt: number): Part {
  return {
    entry: { kind: 'folder', path: name, bytes: 0, changedAt },
    content: (async function* () {})(),
  };
}

/**
 * Everything in a folder, itself first; what goes meanwhile is left out.
 * @param skip by the path in the archive: what is not even looked at
 */
export async function* folderParts(
  folder: string,
  name: string,
  skip: (path: string) => boolean,
): AsyncGenerator<Part> {
  const info = await fs.stat(folder).catch(nullIfGone);
  if (info === null) return;
  if (info.isFile()) yield* filePart(folder, name);
  if (!info.isDirectory()) return;
  yield folderPart(name, info.mtimeMs);
  for (const inside of (await fs.readdir(folder).catch(nullIfGone)) ?? []) {
    const its = `${name}/${inside}`;
    if (!skip(its)) yield* folderParts(path.join(folder, inside), its, skip);
  }
}

async function* readExactly(handle: FileHandle, bytes: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes; ) {
    const chunk = Buffer.alloc(Math.min(CHUNK_BYTES, bytes - at));
    const { bytesRead } = await handle.read(chunk, 0, chunk.length, at);
    const part = bytesRead === 0 ? chunk : chunk.subarray(0, bytesRead);
    at += part.length;
    yield part;
  }
}

export function nullIfGone(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
