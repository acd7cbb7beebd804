import { type SQL, sql } from 'drizzle-orm';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../storage/database.ts';
import { msOf } from '../../storage/moment.ts';

/** Our tables that name a person. */
export const PERSONAL_TABLES = [
  'document',
  'document_update',
  'document_version',
  'document_share',
  'document_member',
  'document_log',
  'document_image',
  'document_set_aside',
] as const;

export type DocumentData = {
  readonly documents: readonly object[];
  readonly made: readonly object[];
  readonly writtenIn: readonly object[];
  readonly versions: readonly object[];
  readonly sharedWithMe: readonly object[];
  readonly ofGroups: readonly object[];
  readonly acts: readonly object[];
  readonly images: readonly object[];
};

/** What we hold about a person: their own documents with their text, and their traces in those of others. */
export async function exportPersonalData(tx: Tx, personId: PersonId): Promise<DocumentData> {
  const rows = async (query: SQL) => (await tx.execute<Record<string, unknown>>(query)).rows;
  return {
    documents: await rows(sql`
      select title, body as text, ${msOf(sql`created_at`)} as "createdAt",
        ${msOf(sql`updated_at`)} as "updatedAt", ${msOf(sql`trashed_at`)} as "trashedAt"
      from document where owner_id = ${personId} order by created_at`),
    made: await rows(sql`
      select kind, title, ${msOf(sql`created_at`)} as "createdAt"
      from document where created_by = ${personId} and owner_id is null order by created_at`),
    writtenIn: await rows(sql`
      select d.kind, d.title from document d
      where d.owner_id is distinct from ${personId} and (
        exists (select from document_update u where u.document_id = d.id and u.person_id = ${personId})
        or exists (
          select from document_set_aside a where a.document_id = d.id and a.person_id = ${personId})
        or exists (
          select from document_snapshot s
          where s.document_id = d.id and s.authors::text like ${`%"${personId}"%`}))
      order by d.created_at`),
    versions: await rows(sql`
      select d.title, v.name, ${msOf(sql`v.at`)} as at
      from document_version v join document d on d.id = v.document_id
      where v.by_id = ${personId} order by v.at`),
    sharedWithMe: await rows(sql`
      select d.title, s."right", ${msOf(sql`s.at`)} as at
      from document_share s join document d on d.id = s.document_id
      where s.person_id = ${personId} order by s.at`),
    ofGroups: await rows(sql`
      select d.title from document_member m join document d on d.id = m.document_id
      where m.person_id = ${personId} order by d.created_at`),
    acts: await rows(sql`
      select d.title, l.act, ${msOf(sql`l.at`)} as at, l.by_id = ${personId} as "byMe"
      from document_log l join document d on d.id = l.document_id
      where l.by_id = ${personId} or l.about_id = ${personId} order by l.id`),
    images: await rows(sql`
      select d.title, i.image_id as "imageId", i.width, i.height, i.bytes, ${msOf(sql`i.at`)} as at
      from document_image i join document d on d.id = i.document_id
      where i.by_id = ${personId} order by i.at`),
  };
}

/**
 * Takes the person's own documents away, and what was shared with them. What they wrote in a group's text stays the group's; it
 * names an id that identity has forgotten.
 */
export async function erasePersonalData(tx: Tx, personId: PersonId): Promise<void> {
  await tx.execute(sql`delete from document where owner_id = ${personId}`);
  await tx.execute(sql`delete from document_share where person_id = ${personId}`);
  await tx.execute(sql`delete from document_member where person_id = ${personId}`);
}
