import { sql } from 'drizzle-orm';
import type { DocumentPlace } from '#shared/features/document/catalogue/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { CourseId, DocumentId, GroupId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import { newId } from '../../../platform/new-id.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf } from '../../../storage/moment.ts';
import { noteDocumentAct } from '../log.ts';

/** Where a document lies, as its row says it. */
export type PlaceColumns = {
  readonly kind: DocumentPlace['kind'];
  readonly ownerId: PersonId | null;
  readonly groupId: GroupId | null;
  readonly sessionId: SessionId | null;
  readonly courseId: CourseId | null;
};

export function columnsOf(place: DocumentPlace): PlaceColumns {
  return {
    kind: place.kind,
    ownerId: place.kind === 'personal' ? place.ownerId : null,
    groupId: place.kind === 'group' ? place.groupId : null,
    sessionId: place.kind === 'session' ? place.session.sessionId : null,
    courseId: 'courseId' in place ? place.courseId : null,
  };
}

export type NewDocument = PlaceColumns & {
  readonly title: string;
  readonly isNote?: boolean;
  /** For some of those in its session (`letInto`). */
  readonly forSome?: boolean;
  /** Null: came with the school. */
  readonly by: PersonId | null;
  readonly at: Instant;
};

/** @throws when the session has its shared note already (unique `document_session_default`) */
export async function addDocument(tx: Tx, given: NewDocument): Promise<DocumentId> {
  const id = newId<'document'>();
  const at = momentOf(given.at);
  await tx.execute(sql`
    insert into document (id, kind, title, owner_id, group_id, session_id, course_id,
      session_default, for_some, created_at, created_by, updated_at)
    values (${id}, ${given.kind}, ${given.title}, ${given.ownerId}, ${given.groupId},
      ${given.sessionId}, ${given.courseId}, ${given.isNote ?? false}, ${given.forSome ?? false}, ${at}, ${given.by}, ${at})`);
  await noteDocumentAct(tx, { documentId: id, act: 'created', by: given.by, at: given.at });
  return id;
}

/** A document's state in one piece, where there is nothing of it yet. */
export async function putFirstState(
  tx: Tx,
  documentId: DocumentId,
  first: {
    readonly state: Uint8Array;
    readonly text: string;
    readonly authors: object;
    readonly at: Instant;
  },
): Promise<void> {
  await tx.execute(sql`
    insert into document_snapshot (document_id, through_seq, state, authors, at)
    values (${documentId}, 0, ${Buffer.from(first.state)}, ${JSON.stringify(first.authors)}::jsonb,
      ${momentOf(first.at)})`);
  await tx.execute(sql`update document set body = ${first.text} where id = ${documentId}`);
}

/** The session's shared note, locked against another being made at the same time; null until it was opened. */
export async function lockSessionNote(tx: Tx, sessionId: SessionId): Promise<DocumentId | null> {
  await tx.execute(sql`select from session where id = ${sessionId} for update`);
  const { rows } = await tx.execute<{ id: DocumentId }>(sql`
    select id from document
    where session_id = ${sessionId} and session_default and trashed_at is null`);
  return rows[0]?.id ?? null;
}

export async function renameTo(tx: Tx, documentId: DocumentId, title: string): Promise<void> {
  await tx.execute(sql`update document set title = ${title} where id = ${documentId}`);
}

export async function putIntoTrash(
  tx: Tx,
  documentId: DocumentId,
  by: PersonId,
  at: Instant,
): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    update document set trashed_at = ${momentOf(at)}, trashed_by = ${by}
    where id = ${documentId} and handed_in_at is null`);
  return rowCount === 1;
}

/** Out of the trash. A session that has opened another note meanwhile keeps that one. */
export async function takeOutOfTrash(tx: Tx, documentId: DocumentId): Promise<void> {
  await tx.execute(sql`
    update document d set trashed_at = null, trashed_by = null,
      session_default = d.session_default and not exists (
        select from document other where other.session_id = d.session_id
          and other.session_default and other.trashed_at is null)
    where d.id = ${documentId}`);
}

/** How many documents somebody has made that are not in the trash. */
export async function documentsMadeBy(tx: Tx, personId: PersonId): Promise<number> {
  const { rows } = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from document where created_by = ${personId} and trashed_at is null
      -- What was made for others by splitting a session is theirs.
      and not for_some`);
  return rows[0]?.count ?? 0;
}
