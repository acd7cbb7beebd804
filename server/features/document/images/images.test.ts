import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createDocument } from '#shared/features/document/catalogue/commands.ts';
import {
  IMAGE_FILE_BYTES_MAX,
  imageAddress,
  imagesAddress,
} from '#shared/features/document/images/model.ts';
import { DAY_MS } from '#shared/kernel/duration.ts';
import type { DocumentId, ImageId } from '#shared/kernel/ids.ts';
import { can } from '../../../access.ts';
import { makeRedraw, type Redraw } from '../../../platform/images/redraw.ts';
import { makeLog } from '../../../platform/log.ts';
import { newId } from '../../../platform/new-id.ts';
import { makeFolderBlobs } from '../../../storage/blobs.ts';
import { type AppWorld, createAppWorld } from '../../../testing/app-world.ts';
import type { Somebody } from '../../../testing/world.ts';
import { type WrittenSchool, writeSchool } from '../../../testing/written-school.ts';
import { subjectOf } from '../../identity/public.ts';
import { addVersion } from '../history/repository.ts';
import { type Images, makeImages } from './images.ts';
import { type Crafted, craftedFiles, HIDDEN } from './testing/crafted-files.ts';

let world: AppWorld;
let school: WrittenSchool;
let folder: string;
let redraw: Redraw;
let images: Images;
let photo: Buffer;
let crafted: readonly Crafted[];

beforeAll(async () => {
  world = await createAppWorld();
  school = await writeSchool(world);
  // Weeks pass in these tests.
  await world.test.database.execute(
    sql`update sign_in set expires_at = expires_at + interval '60 days'`,
  );
  folder = await fs.mkdtemp(path.join(tmpdir(), 'mellom-images-'));
  const log = makeLog('error');
  redraw = makeRedraw({ log });
  const { clock } = world;
  const { database } = world.test;
  const blobs = makeFolderBlobs(folder);
  const elsewhere = { keptElsewhere: async () => new Set<string>(), bytesElsewhere: async () => 0 };
  images = makeImages({ database, blobs, redraw, clock, log, can, subjectOf, ...elsewhere });
  photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'teal' } })
    .jpeg()
    .toBuffer();
  crafted = await craftedFiles();
}, 60_000);
afterAll(async () => {
  redraw.stop();
  await world.close();
  await fs.rm(folder, { recursive: true, force: true });
});

async function added(by: Somebody, documentId: DocumentId, file = photo): Promise<ImageId> {
  const answer = await images.add(by, documentId, file);
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.value.imageId;
}

/** A document that shows these pictures. */
function stateShowing(...shown: readonly ImageId[]): Uint8Array {
  const doc = new Y.Doc();
  for (const imageId of shown) {
    const image = new Y.XmlElement('image');
    image.setAttribute('imageId', imageId);
    doc.getXmlFragment('text').push([image]);
  }
  return Y.encodeStateAsUpdate(doc);
}

test('what cannot even be handed over is broken, and the next picture is drawn', async () => {
  const quiet = makeRedraw({ log: makeLog('error') });
  expect(await quiet.redraw((() => undefined) as never, 'jpeg')).toBe('broken');
  expect(await quiet.redraw(photo, 'jpeg')).toMatchObject({ ok: true });
  quiet.stop();
});

describe('what is sent as a picture', () => {
  test('there are sixty of them', () => {
    expect(crafted.length).toBeGreaterThanOrEqual(60);
    expect(new Set(crafted.map(({ name }) => name)).size).toBe(crafted.length);
  });

  test('IMG-2 IMG-3 crafted files are refused, or drawn anew with nothing of what they hid', async () => {
    const documentId = await school.document();
    const wrong: string[] = [];
    for (const { name, file, expected } of crafted) {
      const answer = await images.add(school.kari, documentId, file);
      if (answer.ok !== (expected === 'clean')) wrong.push(`${name}: ${JSON.stringify(answer)}`);
      if (!answer.ok) continue;
      const shown = await images.show(school.kari, documentId, answer.value.imageId);
      if (!Buffer.isBuffer(shown)) throw new Error(`${name} is not shown`);
      const metadata = await sharp(shown).metadata();
      expect(metadata, name).toMatchObject({ format: 'webp' });
      expect(metadata.pages ?? 1, name).toBe(1);
      for (const left of [metadata.exif, metadata.xmp, metadata.iptc, metadata.icc]) {
        expect(left, name).toBeUndefined();
      }
      expect(shown.includes(HIDDEN), name).toBe(false);
      expect(shown.includes('Kari Nordmann'), name).toBe(false);
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  test('IMG-3 a picture stands as the camera was held, and no wider than a page needs', async () => {
    const documentId = await school.document();
    const wide = await sharp({
      create: { width: 4_000, height: 2_000, channels: 3, background: 'red' },
    })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const answer = await images.add(school.kari, documentId, wide);
    expect(answer).toMatchObject({ ok: true, value: { width: 1_280, height: 2_560 } });
  });

  test('IMG-2 a telephone’s own kind is told apart, so that one can be told what to do', async () => {
    const documentId = await school.document();
    const heic = crafted.find(({ name }) => name === 'HEIC of an iPhone')?.file ?? photo;
    expect(await images.add(school.kari, documentId, heic)).toEqual({ ok: false, refusal: 'heic' });
  });

  test('IMG-6 nobody uses up the room of all', async () => {
    const documentId = await school.document();
    await added(school.ola, documentId);
    const fill = (bytes: number) =>
      world.test.database.execute(sql`
        update document_image set bytes = ${bytes} where by_id = ${school.ola.personId}`);
    await fill(500 * 1024 * 1024);
    const another = await school.document();
    expect(await images.add(school.ola, another, photo)).toEqual({ ok: false, refusal: 'no-room' });
    await fill(100);
    expect((await images.add(school.ola, another, photo)).ok).toBe(true);
  });
});

describe('IMG-1 at the door', () => {
  const send = async (
    by: Somebody | null,
    documentId: string,
    body: Buffer = photo,
    headers: Record<string, string> = {},
  ) => {
    const response = await fetch(world.url + imagesAddress(documentId as DocumentId), {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        'x-mellom': '1',
        origin: world.url,
        ...(by && { cookie: await world.cookieOf(by) }),
        ...headers,
      },
      body: new Uint8Array(body),
    });
    const said = (await response.json()) as {
      ok: boolean;
      refusal?: string;
      value?: { imageId: ImageId };
    };
    return { status: response.status, said };
  };
  const look = async (by: Somebody | null, documentId: string, imageId: string, had?: string) =>
    fetch(world.url + imageAddress(documentId as DocumentId, imageId as ImageId), {
      headers: {
        ...(by && { cookie: await world.cookieOf(by) }),
        ...(had !== undefined && { 'if-none-match': had }),
      },
    });

  test('whoever may edit sends one, and whoever may read sees it, and nobody else', async () => {
    const documentId = await school.document();
    const { status, said } = await send(school.kari, documentId);
    expect(status).toBe(200);
    const imageId = said.value?.imageId ?? '';
    for (const reader of [school.kari, school.ola, school.anne]) {
      const seen = await look(reader, documentId, imageId);
      expect(seen.status).toBe(200);
      expect(Object.fromEntries(seen.headers)).toMatchObject({
        'content-type': 'image/webp',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'private, no-cache',
      });
      expect((await sharp(Buffer.from(await seen.arrayBuffer())).metadata()).format).toBe('webp');
    }
    const forbidden = await look(school.siri, documentId, imageId);
    const unknown = await look(school.siri, newId(), newId());
    const odd = await look(school.siri, documentId, '..%2f..%2fkey');
    const [one, ...others] = await Promise.all(
      [forbidden, unknown, odd].map(async (each) => [each.status, await each.text()]),
    );
    expect(one).toEqual([404, '{"ok":false,"refusal":"not-found"}']);
    for (const other of others) expect(other).toEqual(one);
    expect((await look(null, documentId, imageId)).status).toBe(401);
    // Another document's picture is not this one's, also for whoever reads both.
    expect((await look(school.kari, await school.document(), imageId)).status).toBe(404);
  });

  test('IMG-1 a browser that has it asks each time: nothing more to load while one may, and no while one may not', async () => {
    const documentId = await school.document();
    const imageId = (await send(school.kari, documentId)).said.value?.imageId ?? '';
    const first = await look(school.ola, documentId, imageId);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{20,}"$/);
    for (const had of [etag, `W/${etag}`, `"another", ${etag}`]) {
      const again = await look(school.ola, documentId, imageId, had);
      expect([again.status, await again.text()]).toEqual([304, '']);
      expect(again.headers.get('cache-control')).toBe('private, no-cache');
      expect(again.headers.get('etag')).toBe(etag);
    }
    expect((await look(school.ola, documentId, imageId, '"another"')).status).toBe(200);
    // The next person on the same browser, nobody, and one for whom it was taken away.
    expect((await look(school.siri, documentId, imageId, etag)).status).toBe(404);
    expect((await look(null, documentId, imageId, etag)).status).toBe(401);
    await world.test.database.execute(sql`
      update document set trashed_at = now() where id = ${documentId}`);
    expect((await look(school.ola, documentId, imageId, etag)).status).toBe(404);
  });

  test('a picture goes when the right to read goes', async () => {
    const documentId = await school.document();
    const { said } = await send(school.kari, documentId);
    const imageId = said.value?.imageId ?? '';
    expect((await look(school.ola, documentId, imageId)).status).toBe(200);
    await world.test.database.execute(sql`
      update document set trashed_at = now() where id = ${documentId}`);
    expect((await look(school.ola, documentId, imageId)).status).toBe(404);
  });

  test('who may only read, or nothing at all, sends none', async () => {
    const documentId = await school.document();
    expect(await send(school.anne, documentId)).toMatchObject({ status: 404 });
    expect(await send(school.siri, documentId)).toMatchObject({ status: 404 });
    expect(await send(school.kari, newId())).toMatchObject({ status: 404 });
    expect(await send(null, documentId)).toMatchObject({ status: 401 });
    await world.test.database.execute(sql`
      update document set frozen_at = now() where id = ${documentId}`);
    expect(await send(school.kari, documentId)).toMatchObject({
      status: 409,
      said: { refusal: 'frozen' },
    });
    const { rows } = await world.test.database.execute(sql`
      select from document_image where document_id = ${documentId}`);
    expect(rows).toHaveLength(0);
  });

  test('a page of somebody else’s cannot send one in a person’s name', async () => {
    const documentId = await school.document();
    for (const headers of [
      { 'x-mellom': '' },
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { 'content-type': 'multipart/form-data; boundary=x' },
      { 'content-type': 'image/jpeg' },
    ]) {
      expect((await send(school.kari, documentId, photo, headers)).status).toBe(403);
    }
  });

  test('IMG-2 the largest file is taken, and one byte more is not', async () => {
    const documentId = await school.document();
    const padded = (bytes: number) => Buffer.concat([photo, Buffer.alloc(bytes - photo.length)]);
    expect((await send(school.kari, documentId, padded(IMAGE_FILE_BYTES_MAX))).status).toBe(200);
    const over = await send(school.kari, documentId, padded(IMAGE_FILE_BYTES_MAX + 1)).catch(
      // The server hangs up before everything has been sent.
      () => ({ status: 413 }),
    );
    expect(over.status).toBe(413);
  }, 30_000);
});

describe('IMG-5 what no text and no version shows', () => {
  const left = async (documentId: DocumentId) => {
    const { rows } = await world.test.database.execute<{ id: ImageId }>(sql`
      select image_id as id from document_image where document_id = ${documentId} order by image_id`);
    return rows.map(({ id }) => id);
  };
  const later = async (ms: number) => {
    world.clock.set(world.clock.now() + ms);
    await images.sweep();
  };

  test('goes after a week, and what a version shows stays', async () => {
    const documentId = await school.document();
    const { kari } = school;
    const inText = await added(kari, documentId);
    const inVersion = await added(kari, documentId);
    const inLog = await added(kari, documentId);
    const nowhere = await added(kari, documentId);
    const back = await added(kari, documentId);
    const { database } = world.test;
    const put = (state: Uint8Array) =>
      database.execute(sql`
        insert into document_snapshot (document_id, through_seq, state, authors, at)
        values (${documentId}, 0, ${Buffer.from(state)}, '{}', now())
        on conflict (document_id) do update set state = excluded.state`);
    await put(stateShowing(inText));
    const at = world.clock.now();
    await database.execute(sql`
      insert into document_update (document_id, seq, person_id, bytes, at)
      values (${documentId}, 1, ${kari.personId}, ${Buffer.from(stateShowing(inLog))}, now())`);
    const state = stateShowing(inVersion);
    await addVersion(database, { documentId, state, at, name: null, by: null });

    await later(0);
    await later(6 * DAY_MS);
    expect(await left(documentId)).toHaveLength(5);
    // An undo.
    await put(stateShowing(inText, back));
    await later(0);
    await later(2 * DAY_MS);
    expect(await left(documentId)).toEqual([inText, inVersion, inLog, back].sort());
    expect(await images.show(kari, documentId, nowhere)).toBeNull();
    expect(await images.show(kari, documentId, back)).toBeInstanceOf(Buffer);
  });

  test('a file goes when no row names it any more, a new one only after an hour', async () => {
    const documentId = await school.document();
    const imageId = await added(school.kari, documentId);
    const file = path.join(folder, imageId.slice(-2), imageId);
    await world.test.database.execute(sql`delete from document where id = ${documentId}`);
    await images.sweep();
    await fs.access(file);
    const old = new Date(Date.now() - 2 * 60 * 60_000);
    await fs.utimes(file, old, old);
    await images.sweep();
    await expect(fs.access(file)).rejects.toThrow('ENOENT');
  });

  test('IMG-4 what a template shows is shown by what is made from it, also when the template is gone', async () => {
    const templateId = await school.document('template', 'Avtale');
    const imageId = await added(school.anne, templateId);
    const { groupId, kari } = school;
    const made = await world.call(kari, createDocument, {
      kind: 'group',
      groupId,
      title: 'Avtalen vår',
      templateId,
    });
    if (!made.ok) throw new Error(made.refusal);
    const { documentId } = made.value;
    await world.test.database.execute(sql`delete from document where id = ${templateId}`);
    expect(await images.show(kari, documentId, imageId)).toBeInstanceOf(Buffer);
    expect(await images.show(school.siri, documentId, imageId)).toBeNull();
  });
});
