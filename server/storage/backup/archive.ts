import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { StartRefused } from '../../platform/start-refused.ts';
import {
  MANIFEST_NAME,
  type Manifest,
  parseManifest,
  type Readable,
  refuseUnreadable,
  SUMS_NAME,
} from './manifest.ts';
import {
  bytesOf,
  NotOurTar,
  readTar,
  type TarEntry,
  tarEnd,
  tarHeader,
  tarPadding,
} from './tar.ts';

/** One file or folder with its bytes, exactly as many as it says. They are read before the next part is asked for. */
export type Part = { readonly entry: TarEntry; readonly content: AsyncIterable<Buffer> };

/** Told how many bytes have been read so far. */
export type Progress = (bytes: number) => void;

/** Databases shrink to a sixth by the quickest level, and hardly more by slower ones. */
const GZIP_LEVEL = 1;

/** Writes a file that is there whole or not at all, by the name it is given: synced when this resolves. */
export async function writeArchive(
  file: string,
  manifest: Manifest,
  parts: AsyncIterable<Part>,
  { signal, progress }: { readonly signal: AbortSignal; readonly progress: Progress },
): Promise<void> {
  await pipeline(
    tarOf(manifest, parts, progress),
    createGzip({ level: GZIP_LEVEL }),
    createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }),
    { signal },
  );
}

async function* tarOf(
  manifest: Manifest,
  parts: AsyncIterable<Part>,
  progress: Progress,
): AsyncGenerator<Buffer> {
  const sums: string[] = [];
  let read = 0;
  async function* put({ entry, content }: Part): AsyncGenerator<Buffer> {
    yield tarHeader(entry);
    const hash = createHash('sha256');
    for await (const bytes of content) {
      hash.update(bytes);
      read += bytes.length;
      progress(read);
      yield bytes;
    }
    yield tarPadding(entry.bytes);
    if (entry.kind === 'file') sums.push(sumLine(hash.digest('hex'), entry.path));
  }
  const madeAt = Date.parse(manifest.madeAt);
  yield* put(textPart(MANIFEST_NAME, JSON.stringify(manifest, null, 2), madeAt));
  for await (const part of parts) yield* put(part);
  yield* put(textPart(SUMS_NAME, sums.join(''), madeAt));
  yield tarEnd();
}

/** A file that is made here. */
export function textPart(path: string, text: string, changedAt: number): Part {
  const bytes = Buffer.from(text);
  const content = (async function* () {
    if (bytes.length > 0) yield bytes;
  })();
  return { entry: { kind: 'file', path, bytes: bytes.length, changedAt }, content };
}

/**
 * Reads a backup to its end and hands each part on; what was handed on counts only when this resolves.
 * @throws {StartRefused} where it is not one, is not whole, was changed, or is not for us
 */
export async function readArchive(
  file: string,
  known: Readable,
  {
    take,
    signal,
    progress,
  }: {
    readonly take: (part: Part) => Promise<void>;
    readonly signal: AbortSignal;
    readonly progress: Progress;
  },
): Promise<Manifest> {
  const packed = createReadStream(file);
  const gunzip = createGunzip();
  packed.on('data', () => progress(packed.bytesRead));
  try {
    const manifest = await pipeline(
      packed,
      gunzip,
      (tar: AsyncIterable<Buffer>) => readParts(tar, known, take),
      { signal },
    );
    // Gunzip passes over what follows its own end.
    if (gunzip.bytesWritten !== packed.bytesRead) throw new NotOurTar('it goes on after its end');
    return manifest;
  } catch (error) {
    // Nobody asked us to stop: gunzip is done, and the file is not.
    const goesOn = (error as NodeJS.ErrnoException).code === 'ABORT_ERR' && !signal.aborted;
    throw spoiled(goesOn ? new NotOurTar('it goes on after its end') : error, file);
  }
}

async function readParts(
  tar: AsyncIterable<Buffer>,
  known: Readable,
  take: (part: Part) => Promise<void>,
): Promise<Manifest> {
  let manifest: Manifest | null = null;
  let sums: string | null = null;
  const found: string[] = [];
  for await (const { entry, content } of readTar(tar)) {
    if (sums !== null) throw new NotOurTar('files follow its list of files');
    const hash = createHash('sha256');
    const hashed = tapped(content, (bytes) => hash.update(bytes));
    if (entry.path === SUMS_NAME) {
      sums = await textOf(hashed);
      continue;
    }
    if (manifest === null) {
      manifest = entry.path === MANIFEST_NAME ? parseManifest(await textOf(hashed)) : null;
      if (manifest === null) throw new NotOurTar('it does not begin as one');
      refuseUnreadable(manifest, known);
    } else await take({ entry, content: hashed });
    if (entry.kind === 'file') found.push(sumLine(hash.digest('hex'), entry.path));
  }
  if (manifest === null || sums !== found.join('')) throw new NotOurTar('a file in it was changed');
  return manifest;
}

async function* tapped(
  source: AsyncIterable<Buffer>,
  tap: (bytes: Buffer) => void,
): AsyncGenerator<Buffer> {
  for await (const bytes of source) {
    tap(bytes);
    yield bytes;
  }
}

async function textOf(source: AsyncIterable<Buffer>): Promise<string> {
  return (await bytesOf(source)).toString('utf8');
}

const sumLine = (sum: string, path: string) => `${sum}  ${path}\n`;

/** Errors of gunzip, of tar, and of the file itself are one thing to the person who restores. Others are theirs who threw them. */
function spoiled(error: unknown, file: string): unknown {
  const { code = '', message, path } = error as NodeJS.ErrnoException;
  if (error instanceof NotOurTar) return notWhole(file, message);
  if (code.startsWith('Z_')) return notWhole(file, 'it cannot be unpacked');
  if (path === file || code === 'EISDIR')
    return new StartRefused(`The backup ${file} cannot be read (${code}). Nothing was changed.`);
  return error;
}

function notWhole(file: string, reason: string): StartRefused {
  return new StartRefused(
    `${file} is not a whole backup of Mellom, for ${reason}. Nothing was changed.`,
  );
}
