import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  bytesOf,
  NotOurTar,
  readTar,
  type TarEntry,
  tarEnd,
  tarHeader,
  tarPadding,
} from './tar.ts';

const at = Date.UTC(2026, 10, 27, 12);
const file = (name: string, bytes: number): TarEntry => ({
  kind: 'file',
  path: name,
  bytes,
  changedAt: at,
});
const folder = (name: string): TarEntry => ({
  kind: 'folder',
  path: name,
  bytes: 0,
  changedAt: at,
});

function tarOf(...entries: readonly [TarEntry, Buffer][]): Buffer {
  const blocks = entries.flatMap(([entry, content]) => [
    tarHeader(entry),
    content,
    tarPadding(content.length),
  ]);
  return Buffer.concat([...blocks, tarEnd()]);
}

async function read(tar: Buffer, chunkBytes = tar.length) {
  const chunks = (async function* () {
    for (let i = 0; i < tar.length; i += chunkBytes) yield tar.subarray(i, i + chunkBytes);
  })();
  const found: [TarEntry, Buffer][] = [];
  for await (const { entry, content } of readTar(chunks)) {
    found.push([entry, await bytesOf(content)]);
  }
  return found;
}

const long = `${'mappe/'.repeat(20)}${'x'.repeat(90)}`;
const entries: [TarEntry, Buffer][] = [
  [folder('images'), Buffer.alloc(0)],
  [file('images/a', 5), Buffer.from('hallo')],
  [file('images/empty', 0), Buffer.alloc(0)],
  [file('images/block', 512), Buffer.alloc(512, 7)],
  [file(long, 3), Buffer.from('æ!')],
];

test('what is written is read again, however it comes in', async () => {
  const tar = tarOf(...entries);
  for (const chunkBytes of [1, 511, 512, 700, tar.length]) {
    expect(await read(tar, chunkBytes)).toEqual(entries);
  }
});

test('the system’s own tar opens it', async () => {
  const place = await fs.mkdtemp(path.join(tmpdir(), 'mellom-tar-'));
  try {
    const names = execFileSync('tar', ['xvf', '-', '-C', place], { input: tarOf(...entries) });
    expect(names.toString().trim().split('\n')).toHaveLength(entries.length);
    expect(await fs.readFile(path.join(place, long), 'utf8')).toBe('æ!');
    expect((await fs.stat(path.join(place, 'images/a'))).mtimeMs).toBe(at);
    expect((await fs.stat(path.join(place, 'images'))).isDirectory()).toBe(true);
  } finally {
    await fs.rm(place, { recursive: true });
  }
});

test('cut anywhere, it is refused', async () => {
  const tar = tarOf(...entries);
  for (let end = 0; end < tar.length; end += 37) {
    await expect(read(tar.subarray(0, end)), `${end}`).rejects.toThrow(NotOurTar);
  }
});

test.each(['../outside', '/etc/passwd', 'images/../../outside', 'images//a', '.', 'C:/x', 'a\\b'])(
  'a path that could lead out of its folder is refused: %s',
  async (name) => {
    await expect(read(tarOf([file(name, 0), Buffer.alloc(0)]))).rejects.toThrow(NotOurTar);
  },
);

test('a link is refused', async () => {
  const header = tarHeader(file('images/a', 0));
  header.write('2', 156);
  const sum = header.reduce((all, byte, i) => all + (i >= 148 && i < 156 ? 0x20 : byte), 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  await expect(read(Buffer.concat([header, tarEnd()]))).rejects.toThrow('what we do not write');
});
