import { sql } from 'drizzle-orm';
import type { Instant } from '#shared/kernel/duration.ts';
import type { DocumentId, ImageId, PersonId } from '#shared/kernel/ids.ts';
import type { Database, Tx } from '../../../storage/database.ts';
import { momentOf } from '../../../storage/moment.ts';

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

/** `by`: whose room it takes; null where that is nobody's. */
export type NamedImage = {
  readonly imageId: ImageId;
  readonly by: PersonId | null;
  readonly bytes: number;
};

/**
 * Of a document's images, the ones that a text names. Until the commit none of them is swept away: whoever is to keep them notes
 * it by then. One of another document is none of them, whoever writes its name.
 */
export async function lockImagesNamed(
  tx: Tx,
  documentId: DocumentId,
  text: string,
): Promise<readonly NamedImage[]> {
  const { rows } = await tx.execute<NamedImage>(sql`
    select image_id as "imageId", by_id as by, bytes from document_image
    where document_id = ${documentId} and position(image_id::text in ${text}) > 0
    order by image_id for key share`);
  return rows;
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
