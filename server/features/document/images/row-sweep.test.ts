import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { DAY_MS } from '#shared/kernel/duration.ts';
import type { DocumentId, ImageId } from '#shared/kernel/ids.ts';
import { newId } from '../../../platform/new-id.ts';
import { somebodyWaits } from '../../../testing/somebody-waits.ts';
import { createWorld, WORLD_STARTS_AT, type World } from '../../../testing/world.ts';
import { type WrittenSchool, writeSchool } from '../../../testing/written-school.ts';
import { addImage } from './repository.ts';
import { makeRowSweep } from './row-sweep.ts';

let world: World;
let school: WrittenSchool;
beforeAll(async () => {
  world = await createWorld();
  school = await writeSchool(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.set(WORLD_STARTS_AT);
  await world.test.database.execute(sql`delete from document_image`);
});

const database = () => world.test.database;
const sweepOf = (atOnce?: Parameters<typeof makeRowSweep>[0]['atOnce']) =>
  makeRowSweep({ database: database(), clock: world.clock, ...(atOnce && { atOnce }) });

async function image(documentId: DocumentId): Promise<ImageId> {
  const imageId = newId<'image'>() as ImageId;
  const by = school.kari.personId;
  const at = world.clock.now();
  await database().transaction((tx) =>
    addImage(tx, { documentId, imageId, by, at, width: 4, height: 3, bytes: 100 }),
  );
  return imageId;
}

function stateShowing(shown: readonly ImageId[]): Buffer {
  const doc = new Y.Doc();
  for (const imageId of shown) {
    const made = new Y.XmlElement('image');
    made.setAttribute('imageId', imageId);
    doc.getXmlFragment('text').push([made]);
  }
  return Buffer.from(Y.encodeStateAsUpdate(doc));
}

const PLACES = {
  snapshot: (documentId: DocumentId, state: Buffer) => sql`
    insert into document_snapshot (document_id, through_seq, state, authors, at)
    values (${documentId}, 0, ${state}, '{}', now())`,
  update: (documentId: DocumentId, state: Buffer) => sql`
    insert into document_update (document_id, seq, person_id, bytes, at)
    select ${documentId}, coalesce(max(seq), 0) + 1, null, ${state}, now()
    from document_update where document_id = ${documentId}`,
  version: (documentId: DocumentId, state: Buffer) => sql`
    insert into document_version (id, document_id, state, at) values (${newId()}, ${documentId}, ${state}, now())`,
};
const put = (where: keyof typeof PLACES, documentId: DocumentId, shown: readonly ImageId[]) =>
  database().execute(PLACES[where](documentId, stateShowing(shown)));

async function left(documentId: DocumentId) {
  const { rows } = await database().execute<{ imageId: ImageId; unused: boolean }>(sql`
    select image_id as "imageId", unused_since is not null as unused from document_image
    where document_id = ${documentId} order by image_id`);
  return rows;
}
const all = (ids: readonly ImageId[], unused: boolean) =>
  [...ids].sort().map((imageId) => ({ imageId, unused }));
async function isUnused(documentId: DocumentId) {
  return (await left(documentId)).map(({ unused }) => unused);
}

describe('IMG-5 rows of pictures', () => {
  test('however few are looked at at once, what is named anywhere stays, and nothing else', async () => {
    const sweep = sweepOf({ documents: 2, images: 2, updates: 2, versions: 2 });
    const made = [];
    for (let nth = 0; nth < 5; nth++) {
      const documentId = await school.document();
      const named: ImageId[] = [];
      const one = async () => {
        const imageId = await image(documentId);
        named.push(imageId);
        return imageId;
      };
      if (nth > 0) await put('snapshot', documentId, [await one(), await one()]);
      for (let row = 0; row < 5; row++) {
        await put('update', documentId, [await one()]);
        await put('version', documentId, row % 2 ? [await one()] : []);
      }
      const unnamed = [await image(documentId), await image(documentId), await image(documentId)];
      // What another document names is not named by this.
      const [ofAnother] = made.at(-1)?.unnamed ?? [];
      if (ofAnother) await put('version', documentId, [ofAnother]);
      made.push({ documentId, named, unnamed });
    }

    await sweep();
    for (const { documentId, named, unnamed } of made) {
      const expected = [...all(named, false), ...all(unnamed, true)];
      expect(await left(documentId)).toEqual(
        expected.sort((a, b) => (a.imageId < b.imageId ? -1 : 1)),
      );
    }
    // An undo brings one back.
    const [first] = made;
    if (!first) throw new Error('no document');
    await put('update', first.documentId, first.unnamed.slice(0, 1));
    world.clock.advance(7 * DAY_MS);
    await sweep();
    for (const { documentId, named, unnamed } of made) {
      const stays = documentId === first.documentId ? unnamed.slice(0, 1) : [];
      expect(await left(documentId)).toEqual(all([...named, ...stays], false));
    }
  });

  test('who waits for one document keeps no other waiting, and what was found is kept', async () => {
    const [one, two, three] = [
      await school.document(),
      await school.document(),
      await school.document(),
      // In the order in which they are looked at, also when made in the same moment.
    ].sort() as [DocumentId, DocumentId, DocumentId];
    for (const documentId of [one, two, three]) await image(documentId);
    const sweep = sweepOf();
    const { failed } = await database().transaction(async (tx) => {
      await tx.execute(sql`select from document_image where document_id = ${two} for update`);
      const sweeping = sweep().then(
        () => null,
        (error: unknown) => error,
      );
      await somebodyWaits(database());
      // Nothing of it is held, and what was found is there already.
      await database().transaction((other) =>
        other.execute(sql`select from document_image where document_id = ${one} for update nowait`),
      );
      expect(await isUnused(one)).toEqual([true]);
      await database().execute(sql`
        select pg_cancel_backend(pid) from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`);
      return { failed: await sweeping };
    });
    expect(failed).toMatchObject({ cause: { code: '57014' } });
    expect(await isUnused(two)).toEqual([false]);

    // The next goes on after what it was at, so that one document can hold up no other for ever; the one after that takes it too.
    await database().execute(sql`update document_image set unused_since = null`);
    await sweep();
    expect([await isUnused(one), await isUnused(two), await isUnused(three)]).toEqual([
      [false],
      [false],
      [true],
    ]);
    await sweep();
    expect([await isUnused(one), await isUnused(two)]).toEqual([[true], [true]]);
  });
});
