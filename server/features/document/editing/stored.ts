import { sql } from 'drizzle-orm';
import type { Instant } from '#shared/kernel/duration.ts';
import type { DocumentId, PersonId } from '#shared/kernel/ids.ts';
import type { Database, Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';
import type { StoredAuthors } from './authors.ts';
import type { StoredGone } from './gone-letters.ts';
import type { AtRest, Stored, StoredUpdate } from './keeper-protocol.ts';

export type Found = {
  readonly stored: Stored;
  /** The number of the last stored update; 0 where there has been none. */
  readonly seq: number;
  /** How many stored updates no snapshot holds yet. */
  readonly updates: number;
  readonly quarantined: boolean;
  readonly lastVersionAt: Instant | null;
};

/**
 * Everything that a document is made of; null for one that is not there. Its log is read first: what is taken into the
 * snapshot between the two is in what we have of both, the other way round it would be in neither.
 */
export async function readStored(tx: Tx | Database, documentId: DocumentId): Promise<Found | null> {
  const log = await updatesAfter(tx, documentId, 0);
  const { rows: documents } = await tx.execute<{
    quarantined: boolean;
    lastVersionAt: Instant | null;
    throughSeq: string | null;
    state: Buffer | null;
    authors: StoredAuthors | null;
    gone: StoredGone | null;
  }>(sql`
    select d.quarantined_at is not null as quarantined,
      (select ${msOf(sql`max(v.at)`)} from document_version v where v.document_id = d.id) as "lastVersionAt",
      s.through_seq as "throughSeq", s.state, s.authors, s.gone
    from document d left join document_snapshot s on s.document_id = d.id
    where d.id = ${documentId}`);
  const [document] = documents;
  if (!document) return null;
  const { state, authors, gone, quarantined, lastVersionAt } = document;
  const through = Number(document.throughSeq ?? 0);
  const updates = log.filter(({ seq }) => seq > through);
  return {
    stored: {
      snapshot: state && authors ? { state, authors, gone: gone ?? [] } : null,
      updates,
    },
    seq: updates.at(-1)?.seq ?? through,
    updates: updates.length,
    quarantined,
    lastVersionAt,
  };
}

/**
 * What each document's text is known by without reading it: as long as this is the same, so is what it says. Nothing is known of one
 * that is in quarantine.
 */
export async function marksOf(
  tx: Tx,
  documentIds: readonly DocumentId[],
): Promise<ReadonlyMap<DocumentId, string>> {
  const { rows } = await tx.execute<{ documentId: DocumentId; mark: string }>(sql`
    select d.id as "documentId", concat_ws('/', s.through_seq, extract(epoch from s.at), coalesce((
        select max(u.seq) from document_update u where u.document_id = d.id), 0)) as mark
    from document d left join document_snapshot s on s.document_id = d.id
    where d.id = any(${sql.param(documentIds)}::uuid[]) and d.quarantined_at is null`);
  return new Map(rows.map(({ documentId, mark }) => [documentId, mark]));
}

export type Numbered = StoredUpdate & { readonly seq: number };

export async function updatesAfter(
  tx: Tx | Database,
  documentId: DocumentId,
  seq: number,
): Promise<Numbered[]> {
  const { rows } = await tx.execute<{
    seq: string;
    personId: PersonId | null;
    bytes: Buffer;
    whose: StoredAuthors | null;
  }>(sql`
    select seq, person_id as "personId", bytes, whose from document_update
    where document_id = ${documentId} and seq > ${seq} order by seq`);
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}

/** One row of the log, on its way. */
export type LogRow = Numbered & { readonly documentId: DocumentId };

/**
 * Appends rows of any number of documents in one statement and one commit. Their bytes travel as one value: an array of
 * them would be written out in hex.
 * @throws when a number is taken (unique `document_update_pkey`): then none of them is stored
 */
export async function appendRows(
  database: Database,
  rows: readonly LogRow[],
  at: Instant,
): Promise<void> {
  let offset = 1;
  const froms: number[] = [];
  for (const { bytes } of rows) {
    froms.push(offset);
    offset += bytes.length;
  }
  await database.$client.query({
    text: `
      insert into document_update (document_id, seq, person_id, bytes, at, whose)
      select document_id, seq, person_id, substring($5::bytea from at_byte for length), to_timestamp($7::float8), whose
      from unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::int[], $6::int[], $8::jsonb[])
        as row(document_id, seq, person_id, at_byte, length, whose)`,
    values: [
      rows.map(({ documentId }) => documentId),
      rows.map(({ seq }) => seq),
      rows.map(({ personId }) => personId),
      froms,
      Buffer.concat(rows.map(({ bytes }) => bytes)),
      rows.map(({ bytes }) => bytes.length),
      at / 1000,
      rows.map(({ whose }) => whose && JSON.stringify(whose)),
    ],
  });
}

/**
 * Takes everything up to a number into the snapshot, and its rows out of the log, at once or not at all. Does nothing
 * where a later snapshot is there already.
 */
export async function putSnapshot(
  tx: Tx,
  documentId: DocumentId,
  given: AtRest & {
    readonly throughSeq: number;
    readonly at: Instant;
    readonly writtenAt: Instant;
  },
): Promise<void> {
  const { state, authors, gone, text, throughSeq, at, writtenAt } = given;
  const { rowCount } = await tx.execute(sql`
    insert into document_snapshot (document_id, through_seq, state, authors, gone, at)
    select id, ${throughSeq}, ${Buffer.from(state)}, ${JSON.stringify(authors)}::jsonb,
      ${JSON.stringify(gone)}::json, ${momentOf(at)}
    from document where id = ${documentId}
    on conflict (document_id) do update set through_seq = excluded.through_seq,
      state = excluded.state, authors = excluded.authors, gone = excluded.gone, at = excluded.at
      where document_snapshot.through_seq <= excluded.through_seq`);
  if (!rowCount) return;
  await tx.execute(sql`
    delete from document_update where document_id = ${documentId} and seq <= ${throughSeq}`);
  await tx.execute(sql`
    update document set body = ${text}, updated_at = greatest(updated_at, ${momentOf(writtenAt)})
    where id = ${documentId}`);
}

/**
 * Takes the log of a document out of its way. It is not read again, and kept for whoever is to find out what was wrong.
 * @returns the highest number
 */
export async function setUpdatesAside(
  tx: Tx,
  documentId: DocumentId,
  at: Instant,
): Promise<number> {
  const { rows } = await tx.execute<{ seq: string }>(sql`
    with gone as (
      delete from document_update where document_id = ${documentId} returning seq, person_id, bytes, at
    )
    insert into document_set_aside (document_id, seq, person_id, bytes, at, set_aside_at)
    select ${documentId}::uuid, seq, person_id, bytes, at, ${momentOf(at)} from gone
    returning seq`);
  return Math.max(0, ...rows.map(({ seq }) => Number(seq)));
}

/** What search finds it by, while it is being written. */
export async function putText(
  tx: Tx | Database,
  documentId: DocumentId,
  text: string,
): Promise<void> {
  await tx.execute(sql`
    update document set body = ${text} where id = ${documentId} and body is distinct from ${text}`);
}

/** Only that it was written in: its place in lists. */
export async function noteWritten(
  tx: Tx | Database,
  documentId: DocumentId,
  at: Instant,
): Promise<void> {
  await tx.execute(sql`
    update document set updated_at = ${momentOf(at)}
    where id = ${documentId} and updated_at < ${momentOf(at)}`);
}
