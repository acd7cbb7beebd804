import * as fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../platform/new-id.ts';
import { makePassingKeys } from './passing-keys.ts';

let folder: string;
beforeEach(async () => {
  folder = path.join(await fs.mkdtemp(path.join(os.tmpdir(), 'mellom-')), 'sealed');
});
afterEach(() => fs.rm(path.dirname(folder), { recursive: true }));

test('a key is one’s own, is there for the next server too, and is not drawn twice', async () => {
  const [one, other] = [newId<'poll'>(), newId<'poll'>()];
  const keys = makePassingKeys(folder);
  await keys.draw(one);
  await keys.draw(other);
  const key = await keys.get(one);
  expect(key).toHaveLength(32);
  expect(await keys.get(other)).not.toEqual(key);
  const next = makePassingKeys(folder);
  expect(await next.get(one)).toEqual(key);
  await next.draw(one);
  expect(await next.get(one)).toEqual(key);
  expect((await next.all()).map(({ id }) => id).sort()).toEqual([one, other].sort());
  expect((await fs.stat(path.join(folder, one))).mode & 0o777).toBe(0o600);
});

test('one that is destroyed is written over first, and is nowhere', async () => {
  const id = newId<'poll'>();
  const keys = makePassingKeys(folder);
  await keys.draw(id);
  // Another name of the same bytes on the disk.
  await fs.link(path.join(folder, id), path.join(folder, 'the-bytes'));
  await keys.destroy(id);
  expect(await fs.readFile(path.join(folder, 'the-bytes'))).toEqual(Buffer.alloc(32));
  expect(await keys.get(id)).toBeNull();
  expect(await makePassingKeys(folder).get(id)).toBeNull();
  await keys.destroy(id);
});

test('whoever asks for one while it is destroyed gets it or nothing', async () => {
  const id = newId<'poll'>();
  const keys = makePassingKeys(folder);
  await keys.draw(id);
  const key = await keys.get(id);
  const next = makePassingKeys(folder);
  const destroyed = next.destroy(id);
  const read = await Promise.all(Array.from({ length: 50 }, () => next.get(id)));
  await destroyed;
  for (const one of read) expect([key, null]).toContainEqual(one);
  expect(await next.get(id)).toBeNull();
});

test('one that was cut short while it was drawn is none, and is drawn again', async () => {
  const id = newId<'poll'>();
  await fs.mkdir(folder);
  await fs.writeFile(path.join(folder, id), 'cut');
  const keys = makePassingKeys(folder);
  expect(await keys.get(id)).toBeNull();
  await keys.draw(id);
  expect(await keys.get(id)).toHaveLength(32);
});

test('a name that is not an id of ours opens nothing', async () => {
  const keys = makePassingKeys(folder);
  await expect(keys.draw('../keys/sign-in.key')).rejects.toThrow('id of ours');
  await expect(keys.get('../keys/sign-in.key')).rejects.toThrow('id of ours');
  await fs.mkdir(folder);
  await fs.writeFile(path.join(folder, 'lost+found'), '');
  expect(await keys.all()).toEqual([]);
});
