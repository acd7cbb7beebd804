import { sql } from 'drizzle-orm';
import type { DocumentStanding } from '#shared/features/document/catalogue/model.ts';
import * as queries from '#shared/features/document/history/queries.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { answerQuery, type QueryHandler } from '../../../platform/handler.ts';
import { loadDocument } from '../catalogue/standing.ts';
import type { Editing } from '../editing/editing.ts';
import { stateOfVersion, versionsOf } from './repository.ts';

export const documentVersions = answerQuery(
  queries.documentVersions,
  loadDocument,
  async ({ tx, object }) => ({ versions: await versionsOf(tx, object.documentId) }),
);

export const versionState = answerQuery(
  queries.versionState,
  loadDocument,
  async ({ tx, object, input }) => {
    const state = await stateOfVersion(tx, object.documentId, input.versionId);
    return { state: state && Buffer.from(state).toString('base64') };
  },
);

export function documentAuthors(
  editing: Pick<Editing, 'sharesOf'>,
): QueryHandler<typeof queries.documentAuthors, DocumentStanding> {
  return answerQuery(queries.documentAuthors, loadDocument, async ({ tx, object }) => {
    if (object.quarantinedAt !== null) return { authors: [] };
    const shares = await editing.sharesOf(object.documentId);
    const ids = shares.map(({ personId }) => personId);
    const { rows } = await tx.execute<{ id: PersonId; displayName: string }>(sql`
      select id, display_name as "displayName" from person
      where id = any(${sql.param(ids)}::uuid[])`);
    const names = new Map(rows.map(({ id, displayName }) => [id, displayName]));
    return {
      authors: shares.map(({ personId, words, characters }) => {
        return { personId, displayName: names.get(personId) ?? '', words, characters };
      }),
    };
  });
}
