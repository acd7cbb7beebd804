import type { Instant } from '#shared/kernel/duration.ts';

/**
 * The part of tar (POSIX ustar) that a backup is made of: files and folders. Whoever has nothing of ours left opens one with
 * any `tar`.
 */
export type TarEntry = {
  readonly kind: 'file' | 'folder';
  /** Relative, with forward slashes; at most a hundred bytes, or cut at a slash into 155 and a hundred. */
  readonly path: string;
  /** 0 for a folder. */
  readonly bytes: number;
  readonly changedAt: Instant;
};

/** What is not tar, or not the tar that we write. */
export class NotOurTar extends Error {}

const BLOCK_BYTES = 512;
const NAME_BYTES = 100;
const PREFIX_BYTES = 155;
/** Eleven octal digits. PostgreSQL cuts its files at 1 GiB. */
const FILE_BYTES_MAX = 8 ** 11 - 1;
const KINDS = { '0': 'file', '5': 'folder' } as const;
/** Where each field of a header begins, and how long it is. */
const FIELDS = {
  name: [0, NAME_BYTES],
  mode: [100, 8],
  bytes: [124, 12],
  changed: [136, 12],
  checksum: [148, 8],
  kind: [156, 1],
  magic: [257, 8],
  prefix: [345, PREFIX_BYTES],
} as const;
const MAGIC = 'ustar\x0000';

/** The block before an entry's bytes. */
export function tarHeader({ kind, path, bytes, changedAt }: TarEntry): Buffer {
  const block = Buffer.alloc(BLOCK_BYTES);
  const put = (field: keyof typeof FIELDS, text: string) => block.write(text, FIELDS[field][0]);
  const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0');
  const { prefix, name } = splitPath(kind === 'folder' ? `${path}/` : path);
  if (bytes > FILE_BYTES_MAX) throw new Error(`${path} is too large for an archive`);
  put('name', name);
  put('mode', kind === 'folder' ? '0000700' : '0000600');
  put('bytes', octal(bytes, 11));
  put('changed', octal(Math.max(0, Math.floor(changedAt / 1000)), 11));
  put('kind', kind === 'folder' ? '5' : '0');
  put('magic', MAGIC);
  put('prefix', prefix);
  put('checksum', `${octal(sumOf(block), 6)}\0 `);
  return block;
}

/** What fills the last block of so many bytes. */
export const tarPadding = (bytes: number): Buffer =>
  Buffer.alloc((BLOCK_BYTES - (bytes % BLOCK_BYTES)) % BLOCK_BYTES);

/** Says that nothing follows. */
export const tarEnd = (): Buffer => Buffer.alloc(2 * BLOCK_BYTES);

/**
 * The entries of a tar, each with its bytes, which are read before the next entry is asked for.
 * @throws {NotOurTar} where it is cut, spoiled, or holds what we do not write
 */
export async function* readTar(
  source: AsyncIterable<Buffer>,
): AsyncGenerator<{ entry: TarEntry; content: AsyncIterable<Buffer> }> {
  const reader = readBlocks(source);
  for (;;) {
    const block = await reader.exactly(BLOCK_BYTES);
    if (isEmpty(block)) break;
    const entry = entryOf(block);
    yield { entry, content: reader.next(entry.bytes) };
    await reader.exactly(tarPadding(entry.bytes).length);
  }
  const last = await reader.exactly(BLOCK_BYTES);
  if (!isEmpty(last) || (await reader.some(1)) !== null)
    throw new NotOurTar('goes on after its end');
}

function entryOf(block: Buffer): TarEntry {
  const text = (field: keyof typeof FIELDS) => {
    const [at, length] = FIELDS[field];
    return block.toString('utf8', at, at + length);
  };
  const words = (field: keyof typeof FIELDS) => text(field).replace(/\0.*$/su, '');
  if (Number.parseInt(text('checksum'), 8) !== sumOf(block) || text('magic') !== MAGIC) {
    throw new NotOurTar('a header is spoiled');
  }
  const kind = KINDS[text('kind') as keyof typeof KINDS];
  const path = [words('prefix'), words('name')].filter(Boolean).join('/').replace(/\/$/u, '');
  if (kind === undefined || !isInside(path)) throw new NotOurTar('it holds what we do not write');
  const bytes = Number.parseInt(words('bytes'), 8);
  return { kind, path, bytes, changedAt: Number.parseInt(words('changed'), 8) * 1000 };
}

/** A path that leads nowhere but into the folder that it is unpacked in. */
function isInside(path: string): boolean {
  const steps = path.split('/');
  return !/[\\:\0]/u.test(path) && steps.every((step) => !['', '.', '..'].includes(step));
}

/** The sum of a header's bytes, its own field counted as blanks. */
function sumOf(block: Buffer): number {
  const [at, length] = FIELDS.checksum;
  return block.reduce((sum, byte, i) => sum + (i >= at && i < at + length ? 0x20 : byte), 0);
}

function splitPath(path: string): { prefix: string; name: string } {
  if (Buffer.byteLength(path) <= NAME_BYTES) return { prefix: '', name: path };
  for (let at = path.indexOf('/'); at > 0; at = path.indexOf('/', at + 1)) {
    const [prefix, name] = [path.slice(0, at), path.slice(at + 1)];
    if (name === '' || Buffer.byteLength(prefix) > PREFIX_BYTES) break;
    if (Buffer.byteLength(name) <= NAME_BYTES) return { prefix, name };
  }
  throw new Error(`${path} is too long a name for an archive`);
}

const isEmpty = (block: Buffer) => block.every((byte) => byte === 0);

function readBlocks(source: AsyncIterable<Buffer>) {
  const chunks = source[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);

  /** At least one byte; `null` at the end. */
  async function some(most: number): Promise<Buffer | null> {
    while (rest.length === 0) {
      const next = await chunks.next();
      if (next.done) return null;
      rest = next.value;
    }
    const part = rest.subarray(0, most);
    rest = rest.subarray(part.length);
    return part;
  }
  async function* next(bytes: number): AsyncGenerator<Buffer> {
    for (let left = bytes; left > 0; ) {
      const part = await some(left);
      if (part === null) throw new NotOurTar('it is cut');
      left -= part.length;
      yield part;
    }
  }
  return {
    some,
    next,
    exactly: (bytes: number) => bytesOf(next(bytes)),
  };
}

/** All of it at once: for what is small. */
export async function bytesOf(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
}
