import { expect, test } from 'vitest';
import { memoryStore } from './device-store.ts';
import { forgetPictures, keepPicture, keptPicture, seePicture } from './picture-copies.ts';

const HOUR_MS = 60 * 60 * 1000;
const BOUND = 20;
const large = new Uint8Array(9);
const small = new Uint8Array([1, 2, 3]);

test('DOC-28 a picture lies here as it came', async () => {
  const store = memoryStore();
  expect(await seePicture(store, 'text tree', 0)).toBe(false);
  await keepPicture(store, 'text tree', small, 0);
  expect(await keptPicture(store, 'text tree')).toEqual(small);
  expect(await seePicture(store, 'text tree', 0)).toBe(true);
});

test('DOC-28 beyond the bound those go that nobody has seen for longest', async () => {
  const store = memoryStore();
  await keepPicture(store, 'a first', large, 0, BOUND);
  await keepPicture(store, 'a second', large, HOUR_MS, BOUND);
  await seePicture(store, 'a first', 2 * HOUR_MS);
  await keepPicture(store, 'b third', small, 3 * HOUR_MS, BOUND);
  expect(await keptPicture(store, 'a second')).toBeUndefined();
  expect(await keptPicture(store, 'a first')).toEqual(large);
  expect(await keptPicture(store, 'b third')).toEqual(small);
  expect((await store.all('pictures')).size).toBe((await store.all('picture-marks')).size);
});

test('DOC-28 one that is larger than all together may be is not kept', async () => {
  const store = memoryStore();
  await keepPicture(store, 'a first', small, 0);
  await keepPicture(store, 'a huge', new Uint8Array(BOUND + 1), 1, BOUND);
  expect([...(await store.all('pictures')).keys()]).toEqual(['a first']);
});

test('DOC-28 with the right to a document go its pictures, and no others', async () => {
  const store = memoryStore();
  await keepPicture(store, 'a first', small, 0);
  await keepPicture(store, 'b second', small, 0);
  await forgetPictures(store, 'a ');
  expect(await keptPicture(store, 'a first')).toBeUndefined();
  expect([...(await store.all('picture-marks')).keys()]).toEqual(['b second']);
});

test('DOC-28 what was cut off while it was put here is put here again, and goes with the rest', async () => {
  const store = memoryStore();
  const cutOff = {
    ...store,
    put: (...put: Parameters<typeof store.put>) =>
      put[0] === 'picture-marks' && (put[2] as { whole: boolean }).whole
        ? Promise.reject(new Error('the tab is closed'))
        : store.put(...put),
  };
  await expect(keepPicture(cutOff, 'a first', small, 0)).rejects.toThrow();
  expect(await seePicture(store, 'a first', 0)).toBe(false);
  await forgetPictures(store, 'a ');
  expect((await store.all('pictures')).size).toBe(0);
});
