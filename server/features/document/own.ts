import { sql } from 'drizzle-orm';
import type { DocumentId, ImageId, PersonId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../storage/database.ts';

/** A document that is somebody's own, to be handed over to them. */
export type OwnDocument = {
  readonly documentId: DocumentId;
  readonly title: string;
  /** Its words, for one that cannot be read otherwise. */
  readonly text: string;
  readonly images: readonly ImageId[];
};

/** Those in the trash too: they are there. */
export async function ownDocuments(tx: Tx, personId: PersonId): Promise<readonly OwnDocument[]> {
  const { rows } = await tx.execute<OwnDocument>(sql`
    select id as "documentId", title, coalesce(body, '') as text,
      coalesce((select jsonb_agg(i.image_id) from document_image i where i.document_id = d.id), '[]')
        as images
    from document d where owner_id = ${personId} order by created_at, id`);
  return rows;
}

/** The pictures of somebody's own documents, and those that they put into others'. */
export async function ownImages(tx: Tx, personId: PersonId): Promise<readonly ImageId[]> {
  const { rows } = await tx.execute<{ imageId: ImageId }>(sql`
    select distinct i.image_id as "imageId" from document_image i join document d on d.id = i.document_id
    where d.owner_id = ${personId} or i.by_id = ${personId} order by 1`);
  return rows.map(({ imageId }) => imageId);
}
