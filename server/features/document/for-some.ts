import { sql } from 'drizzle-orm';
import { TITLE_LENGTH_MAX } from '#shared/features/document/catalogue/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { DocumentId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../storage/database.ts';
import { msOf } from '../../storage/moment.ts';
import { addDocument } from './catalogue/repository.ts';

/** Leaves out of `document d` the texts that were made for some and that nobody has written in. */
export const isBegun = sql`(not d.for_some
  or exists (select from document_update u where u.document_id = d.id)
  or exists (select from document_snapshot s where s.document_id = d.id))`;

/** Texts for some of those in a session: a group of it writes, its teachers read along, and the others know nothing of it. */
export const textsForSome = {
  /** One of a name that the session has already, from a split before, gets a number, so that they can be told apart. */
  async make(
    tx: Tx,
    text: {
      readonly sessionId: SessionId;
      readonly title: string;
      readonly by: PersonId;
      readonly at: Instant;
    },
  ): Promise<DocumentId> {
    const { rows } = await tx.execute<{ before: number }>(sql`
      select count(*)::int as before from document
      where session_id = ${text.sessionId} and for_some
        and regexp_replace(title, ' \\([0-9]+\\)$', '') = ${text.title}`);
    const before = rows[0]?.before ?? 0;
    const number = before > 0 ? ` (${before + 1})` : '';
    const title = text.title.slice(0, TITLE_LENGTH_MAX - number.length) + number;
    return addDocument(tx, {
      ...text,
      ...{ kind: 'session', ownerId: null, groupId: null, courseId: null, forSome: true, title },
    });
  },

  async letIn(tx: Tx, documentId: DocumentId, people: readonly PersonId[]): Promise<void> {
    await tx.execute(sql`
      insert into document_member (document_id, person_id)
      select ${documentId}, unnest(${sql.param(people)}::uuid[]) on conflict do nothing`);
  },

  async letOut(tx: Tx, documentId: DocumentId, people: readonly PersonId[]): Promise<void> {
    await tx.execute(sql`
      delete from document_member
      where document_id = ${documentId} and person_id = any(${sql.param(people)}::uuid[])`);
  },

  async bring(tx: Tx, documentId: DocumentId, sessionId: SessionId): Promise<void> {
    await tx.execute(sql`
      update document set session_id = ${sessionId} where id = ${documentId} and for_some`);
  },

  /** When each was last written in; null where nobody has. The log knows it before the document's own row does. */
  async writtenAt(
    tx: Tx,
    documents: readonly DocumentId[],
  ): Promise<ReadonlyMap<DocumentId, Instant | null>> {
    const { rows } = await tx.execute<{ id: DocumentId; at: Instant | null }>(sql`
      select d.id, case when written.at > d.created_at then ${msOf(sql`written.at`)} end as at
      from document d, lateral (
        select greatest(d.updated_at, max(u.at)) as at from document_update u where u.document_id = d.id
      ) written where d.id = any(${sql.param(documents)}::uuid[])`);
    return new Map(rows.map(({ id, at }) => [id, at]));
  },
};
