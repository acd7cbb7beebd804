import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { StartRefused } from '../../platform/start-refused.ts';
import { type Part, readArchive, textPart, writeArchive } from './archive.ts';
import { folderPart } from './folder-parts.ts';
import { type Manifest, manifestOf } from './manifest.ts';
import { bytesOf } from './tar.ts';

const known = { postgres: '18', migrations: ['0000-a.sql', '0001-b.sql'] };
const madeAt = '2026-11-27T12:00:00.000Z';
const ours = manifestOf({ madeAt, postgres: '18', migrations: ['0000-a.sql'] });
const signal = new AbortController().signal;
const progress = () => {};

let place: string;
let whole: Buffer;
beforeAll(async () => {
  place = await fs.mkdtemp(path.join(tmpdir(), 'mellom-archive-'));
  whole = await fs.readFile(await written(ours));
});
afterAll(() => fs.rm(place, { recursive: true }));

async function* parts(): AsyncGenerator<Part> {
  yield folderPart('images', 0);
  yield textPart('images/a', 'et bilde', 0);
  yield textPart('postgres/PG_VERSION', '18\n', 0);
}

async function written(manifest: Manifest): Promise<string> {
  const file = path.join(place, `${Math.random()}.tar.gz`);
  await writeArchive(file, manifest, parts(), { signal, progress });
  return file;
}

async function read(file: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  const take = async ({ entry, content }: Part) => {
    found[entry.path] = (await bytesOf(content)).toString();
  };
  await readArchive(file, known, { take, signal, progress });
  return found;
}

async function readBytes(bytes: Buffer): Promise<unknown> {
  const file = path.join(place, `${Math.random()}.tar.gz`);
  await fs.writeFile(file, bytes);
  return read(file).finally(() => fs.rm(file));
}

test('F88 a backup is read again as it was written', async () => {
  expect(await readBytes(whole)).toEqual({
    images: '',
    'images/a': 'et bilde',
    'postgres/PG_VERSION': '18\n',
  });
});

test('F88 X16 a backup that is cut, at whichever byte, is refused in one sentence', async () => {
  for (let end = 0; end < whole.length; end++) {
    await expect(readBytes(whole.subarray(0, end)), `${end}`).rejects.toThrow(
      /is not a whole backup of Mellom, for .*\. Nothing was changed\.$/u,
    );
  }
});

test('X16 a backup in which a bit is flipped, whichever, is refused, unless the bit says nothing', async () => {
  const right = await readBytes(whole);
  let refused = 0;
  for (let at = 0; at < whole.length; at++) {
    const changed = Buffer.from(whole);
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
    const found = await readBytes(changed).catch((error) => error);
    if (found instanceof StartRefused) refused++;
    else expect(found, `${at}`).toEqual(right);
  }
  // Gzip keeps a time, the name of a system, and codes that it does not use.
  expect(refused).toBeGreaterThan(whole.length * 0.9);
});

test('X16 what was changed and packed again with care is refused too', async () => {
  const changed = gunzipSync(whole);
  changed.write('ET', changed.indexOf('et bilde'));
  await expect(readBytes(gzipSync(changed))).rejects.toThrow('a file in it was changed');
  await expect(readBytes(Buffer.concat([whole, Buffer.alloc(100)]))).rejects.toThrow(
    'after its end',
  );
  await expect(readBytes(Buffer.concat([whole, whole]))).rejects.toThrow('after its end');
  await expect(readBytes(gzipSync('noe annet'))).rejects.toThrow(StartRefused);
  await expect(read(place)).rejects.toThrow(StartRefused);
});

test.each([
  ['a newer version of Mellom', { ...ours, migrations: ['0000-a.sql', '0002-c.sql'] }],
  ['a newer version of Mellom', { ...ours, format: ours.format + 1 }],
  ['PostgreSQL 17', { ...ours, postgres: '17' }],
  ['a machine of the kind sunos-sparc', { ...ours, machine: 'sunos-sparc' }],
])('X15 X16 a backup of %s is refused before anything of it is unpacked', async (of, manifest) => {
  const file = await written(manifest);
  const taken: string[] = [];
  const take = async ({ entry }: Part) => void taken.push(entry.path);
  await expect(readArchive(file, known, { take, signal, progress })).rejects.toThrow(
    `The backup is of ${of}`,
  );
  expect(taken).toEqual([]);
});
