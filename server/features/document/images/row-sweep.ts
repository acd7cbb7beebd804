import { sql } from 'drizzle-orm';
import type { Instant } from '#shared/kernel/duration.ts';
import type { DocumentId, ImageId } from '#shared/kernel/ids.ts';
import { RETENTION } from '#shared/kernel/retention.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Database, Tx } from '../../../storage/database.ts';
import { momentOf } from '../../../storage/moment.ts';
import { inTransaction } from '../../../storage/transaction.ts';

/** An undo brings a picture back, and whoever was away for days may still hold the text that shows it. */
const UNUSED_KEPT_MS = RETENTION.picture;

/** What one statement looks through at most: so many pictures, each in so many rows of a kind. */
export type AtOnce = {
  readonly documents: number;
  readonly images: number;
  readonly updates: number;
  /** Each is a whole text, up to 5 MB. */
  readonly versions: number;
};
const AT_ONCE: AtOnce = { documents: 100, images: 20, updates: 500, versions: 10 };

/** Before the first, whatever its number. */
const NO_ID = '00000000-0000-0000-0000-000000000000';

/**
 * Notes which images nothing names any more, and takes those away for which that has lasted long: document by document, so that no
 * statement looks through more than it can in a moment, and none keeps a row from others while it looks. What fails or is stopped
 * goes on after the document that it was at.
 */
export function makeRowSweep(parts: {
  readonly database: Database;
  readonly clock: Clock;
  readonly atOnce?: AtOnce;
}): () => Promise<void> {
  const { database, clock, atOnce = AT_ONCE } = parts;
  let after: string = NO_ID;

  async function sweepOne(documentId: DocumentId): Promise<void> {
    const now = clock.now();
    const { images, unnamed } = await inTransaction(database, 'view', (tx) =>
      lookFor(tx, documentId, atOnce),
    );
    const isChanged = (each: Known) => each.unused !== unnamed.has(each.imageId);
    if (images.some(isChanged)) await mark(database, documentId, images, unnamed, now);
    if (unnamed.size > 0) await removeOld(database, documentId, unnamed, now);
  }

  return async () => {
    for (;;) {
      const documents = await documentsAfter(database, after, atOnce.documents);
      for (const documentId of documents) {
        // Before it is looked at: one that cannot be does not keep those after it waiting for ever.
        after = documentId;
        await sweepOne(documentId);
      }
      if (documents.length < atOnce.documents) break;
    }
    after = NO_ID;
  };
}

async function documentsAfter(
  database: Database,
  after: string,
  limit: number,
): Promise<readonly DocumentId[]> {
  const { rows } = await database.execute<{ documentId: DocumentId }>(sql`
    select distinct document_id as "documentId" from document_image
    where document_id > ${after} order by document_id limit ${limit}`);
  return rows.map(({ documentId }) => documentId);
}

type Known = { readonly imageId: ImageId; readonly unused: boolean };

/** All in one view: what is taken from the log into the snapshot meanwhile is in one of them, and never in neither. */
async function lookFor(
  tx: Tx,
  documentId: DocumentId,
  atOnce: AtOnce,
): Promise<{ readonly images: readonly Known[]; readonly unnamed: ReadonlySet<ImageId> }> {
  const { rows: images } = await tx.execute<Known>(sql`
    select image_id as "imageId", unused_since is not null as unused from document_image
    where document_id = ${documentId} order by image_id`);
  const unnamed = new Set(images.map(({ imageId }) => imageId));
  for (const { rows, ...of } of placesIn(documentId, atOnce)) {
    const sought = [...unnamed];
    for (let from = 0; from < sought.length; from += atOnce.images) {
      let names = sought.slice(from, from + atOnce.images);
      let key: string | null = of.first;
      while (key !== null && names.length > 0) {
        const found = await namedIn(tx, rows(key), names);
        for (const imageId of found.named) unnamed.delete(imageId);
        names = names.filter((imageId) => unnamed.has(imageId));
        key = found.last;
      }
    }
  }
  return { images, unnamed };
}

/** Where an image can be named, the likeliest first, and some rows of it after a key. */
function placesIn(documentId: DocumentId, { updates, versions }: AtOnce) {
  return [
    {
      first: '-1',
      rows: (after: string) => sql`
        select through_seq as key, state as bytes from document_snapshot
        where document_id = ${documentId} and through_seq > ${after}`,
    },
    {
      first: '-1',
      rows: (after: string) => sql`
        select seq as key, bytes from document_update
        where document_id = ${documentId} and seq > ${after} order by seq limit ${updates}`,
    },
    {
      first: NO_ID,
      rows: (after: string) => sql`
        select id as key, state as bytes from document_version
        where document_id = ${documentId} and id > ${after} order by id limit ${versions}`,
    },
  ];
}

/**
 * Which of these images some rows name, and the last of the rows; null when there are none. An image's id stands in what Yjs has
 * stored as it is written, as long as the picture has not been deleted there.
 */
async function namedIn(
  tx: Tx,
  rows: ReturnType<ReturnType<typeof placesIn>[number]['rows']>,
  names: readonly ImageId[],
): Promise<{ readonly last: string | null; readonly named: readonly ImageId[] }> {
  const { rows: found } = await tx.execute<{ last: string | null; named: ImageId[] }>(sql`
    with few as materialized (${rows})
    select (select key::text from few order by key desc limit 1) as last,
      array(
        select name from unnest(${sql.param(names)}::text[]) as sought(name)
        where exists (select from few where position(convert_to(name, 'UTF8') in few.bytes) > 0)
      ) as named`);
  return found[0] ?? { last: null, named: [] };
}

async function mark(
  database: Database,
  documentId: DocumentId,
  images: readonly Known[],
  unnamed: ReadonlySet<ImageId>,
  now: Instant,
): Promise<void> {
  const all = images.map(({ imageId }) => imageId);
  const isUnnamed = sql`(image_id = any(${sql.param([...unnamed])}::uuid[]))`;
  await database.execute(sql`
    update document_image set unused_since = case when ${isUnnamed} then ${momentOf(now)} end
    where document_id = ${documentId} and image_id = any(${sql.param(all)}::uuid[])
      and ${isUnnamed} = (unused_since is null)`);
}

async function removeOld(
  database: Database,
  documentId: DocumentId,
  unnamed: ReadonlySet<ImageId>,
  now: Instant,
): Promise<void> {
  await database.execute(sql`
    delete from document_image
    where document_id = ${documentId} and image_id = any(${sql.param([...unnamed])}::uuid[])
      and unused_since <= ${momentOf(now - UNUSED_KEPT_MS)}`);
}
