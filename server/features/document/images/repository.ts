import { sql } from 'drizzle-orm';
import { DAY_MS, type Instant } from '#shared/kernel/duration.ts';
import type { DocumentId, ImageId, PersonId } from '#shared/kernel/ids.ts';
import type { Database, Tx } from '../../../storage/database.ts';
import { momentOf } from '../../../storage/moment.ts';

/** An undo brings a picture back, and whoever was away for days may still hold the text that shows it. */
export const UNUSED_KEPT_MS = 7 * DAY_MS;

export type NewImage = {
  readonly documentId: DocumentId;
  readonly imageId: ImageId;
  readonly by: PersonId;
  readonly at: Instant;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
};

export async function addImage(tx: Tx, given: NewImage): Promise<void> {
  const { documentId, imageId, by, at, width, height, bytes } = given;
  await tx.execute(sql`
    insert into document_image (document_id, image_id, by_id, at, width, height, bytes)
    values (${documentId}, ${imageId}, ${by}, ${momentOf(at)}, ${width}, ${height}, ${bytes})`);
}

export async function hasImage(tx: Tx, documentId: DocumentId, imageId: ImageId): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    select from document_image where document_id = ${documentId} and image_id = ${imageId}`);
  return rowCount === 1;
}

/** How many the document has, and how much room the person's take in all documents. Locks both until the commit. */
export async function roomTaken(
  tx: Tx,
  documentId: DocumentId,
  personId: PersonId,
): Promise<{ readonly inDocument: number; readonly bytesOfPerson: number }> {
  await tx.execute(sql`select from document where id = ${documentId} for no key update`);
  await tx.execute(sql`select from person where id = ${personId} for no key update`);
  const { rows } = await tx.execute<{ inDocument: number; bytesOfPerson: string }>(sql`
    select
      (select count(*)::int from document_image where document_id = ${documentId}) as "inDocument",
      (select coalesce(sum(bytes), 0) from document_image where by_id = ${personId}) as "bytesOfPerson"`);
  const [row] = rows;
  return { inDocument: row?.inDocument ?? 0, bytesOfPerson: Number(row?.bytesOfPerson ?? 0) };
}

/** What a template shows is shown by what is made from it too. Nobody here has used up room with it. */
export async function copyImages(
  tx: Tx,
  from: DocumentId,
  to: DocumentId,
  at: Instant,
): Promise<void> {
  await tx.execute(sql`
    insert into document_image (document_id, image_id, by_id, at, width, height, bytes)
    select ${to}::uuid, image_id, null, ${momentOf(at)}, width, height, bytes
    from document_image where document_id = ${from}`);
}

/**
 * Notes which images nothing names any more, and takes those away for which that has lasted long. An image's id stands in what Yjs has
 * stored as it is written, as long as the picture has not been deleted there.
 */
export async function sweepImageRows(database: Database, now: Instant): Promise<void> {
  await database.execute(sql`
    with used as (
      select i.document_id, i.image_id, named.somewhere
      from document_image i cross join lateral (
        select convert_to(i.image_id::text, 'UTF8') as name
      ) as id cross join lateral (
        select exists (
            select from document_snapshot s
            where s.document_id = i.document_id and position(id.name in s.state) > 0)
          or exists (
            select from document_update u
            where u.document_id = i.document_id and position(id.name in u.bytes) > 0)
          or exists (
            select from document_version v
            where v.document_id = i.document_id and position(id.name in v.state) > 0) as somewhere
      ) as named
    )
    update document_image i
    set unused_since = case when used.somewhere then null else ${momentOf(now)} end
    from used
    where i.document_id = used.document_id and i.image_id = used.image_id
      and used.somewhere = (i.unused_since is not null)`);
  await database.execute(sql`
    delete from document_image where unused_since <= ${momentOf(now - UNUSED_KEPT_MS)}`);
}

/** Of these, the ones that no document has. */
export async function withoutDocument(
  database: Database,
  names: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await database.execute<{ name: string }>(sql`
    select name from unnest(${sql.param(names)}::uuid[]) as asked(name)
    where not exists (select from document_image where image_id = asked.name)`);
  return rows.map(({ name }) => name);
}
