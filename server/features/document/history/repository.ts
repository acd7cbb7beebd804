import { sql } from 'drizzle-orm';
import type { DocumentVersion } from '#shared/features/document/history/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { DocumentId, PersonId, VersionId } from '#shared/kernel/ids.ts';
import { newId } from '../../../platform/new-id.ts';
import type { Database, Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';

export type NewVersion = {
  readonly documentId: DocumentId;
  readonly state: Uint8Array;
  readonly at: Instant;
  /** Null: kept by itself. */
  readonly name: string | null;
  readonly by: PersonId | null;
  /** The earlier one that it brings back. */
  readonly restored?: Restored;
};

type Restored = NonNullable<DocumentVersion['restored']>;

/** Keeps a state, unless the newest version is that very state and nobody names it. */
export async function addVersion(tx: Tx | Database, given: NewVersion): Promise<VersionId> {
  const id = newId<'version'>();
  const state = Buffer.from(given.state);
  const { restored } = given;
  await tx.execute(sql`
    insert into document_version (id, document_id, name, state, at, by_id, restored_at, restored_name)
    select ${id}, d.id, ${given.name}::text, ${state}::bytea, ${momentOf(given.at)}, ${given.by}::uuid,
      ${restored ? momentOf(restored.at) : null}::timestamptz, ${restored?.name ?? null}::text
    from document d
    where d.id = ${given.documentId} and (${given.name}::text is not null or not exists (
      select from (
        select v.state from document_version v where v.document_id = d.id order by v.at desc, v.id desc limit 1
      ) as newest where newest.state = ${state}::bytea))`);
  return id;
}

export async function versionsOf(tx: Tx, documentId: DocumentId): Promise<DocumentVersion[]> {
  const { rows } = await tx.execute<DocumentVersion>(sql`
    select v.id as "versionId", ${msOf(sql`v.at`)} as at, v.name, p.display_name as "byName",
      case when v.restored_at is not null then
        json_build_object('at', ${msOf(sql`v.restored_at`)}, 'name', v.restored_name) end as restored
    from document_version v left join person p on p.id = v.by_id
    where v.document_id = ${documentId} order by v.at desc, v.id desc limit 500`);
  return rows;
}

export async function namedVersions(tx: Tx, documentId: DocumentId): Promise<number> {
  const { rows } = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from document_version
    where document_id = ${documentId} and name is not null`);
  return rows[0]?.count ?? 0;
}

/** A version as it was kept; null for one that this document does not have. */
export async function keptVersion(
  tx: Tx,
  documentId: DocumentId,
  versionId: VersionId,
): Promise<(Restored & { readonly state: Uint8Array }) | null> {
  const { rows } = await tx.execute<Restored & { state: Buffer }>(sql`
    select state, name, ${msOf(sql`at`)} as at from document_version
    where id = ${versionId} and document_id = ${documentId}`);
  return rows[0] ?? null;
}

/** @returns false when it is there already */
export async function beginQuarantine(
  tx: Tx,
  documentId: DocumentId,
  at: Instant,
): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    update document set quarantined_at = ${momentOf(at)}
    where id = ${documentId} and quarantined_at is null`);
  return rowCount === 1;
}

/** Only once its last good state stands in the place of what could not be read. @returns whether it does */
export async function endQuarantine(tx: Tx, documentId: DocumentId): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    update document set quarantined_at = null
    where id = ${documentId} and quarantined_at is not null
      and not exists (select from document_update where document_id = ${documentId})`);
  return rowCount === 1;
}
