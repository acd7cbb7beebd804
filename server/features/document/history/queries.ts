import { sql } from 'drizzle-orm';
import type { DocumentStanding } from '#shared/features/document/catalogue/model.ts';
import * as queries from '#shared/features/document/history/queries.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { answerQuery, type QueryHandler } from '../../../platform/handler.ts';
import { loadDocument } from '../catalogue/standing.ts';
import type { Editing } from '../editing/editing.ts';
import { keptVersion, versionsOf } from './repository.ts';

export const documentVersions = answerQuery(
  queries.documentVersions,
  loadDocument,
  async ({ tx, object }) => ({ versions: await versionsOf(tx, object.documentId) }),
);

export const versionState = answerQuery(
  queries.versionState,
  loadDocument,
  async ({ tx, object, input }) => {
    const kept = await keptVersion(tx, object.documentId, input.versionId);
    return { state: kept && Buffer.from(kept.state).toString('base64') };
  },
);

export function documentAuthors(
  editing: Pick<Editing, 'authorshipOf'>,
): QueryHandler<typeof queries.documentAuthors, DocumentStanding> {
  return answerQuery(queries.documentAuthors, loadDocument, async ({ tx, object }) => {
    if (object.quarantinedAt !== null) return { authors: [], stretches: [] };
    const { shares, authors } = await editing.authorshipOf(object.documentId);
    const stretches = Object.entries(authors).flatMap(([client, all]) =>
      all.map(([until, personId]) => ({ client: Number(client), until, personId })),
    );
    const ids = [...new Set(stretches.flatMap(({ personId }) => personId ?? []))];
    const shareOf = new Map(shares.map((share) => [share.personId, share]));
    const { rows } = await tx.execute<{ id: PersonId; displayName: string }>(sql`
      select id, display_name as "displayName" from person
      where id = any(${sql.param(ids)}::uuid[])`);
    const names = new Map(rows.map(({ id, displayName }) => [id, displayName]));
    const left = ids.filter((personId) => !shareOf.has(personId));
    return {
      authors: [...shares.map(({ personId }) => personId), ...left].map((personId) => {
        const { words = 0, characters = 0 } = shareOf.get(personId) ?? {};
        return { personId, displayName: names.get(personId) ?? '', words, characters };
      }),
      stretches,
    };
  });
}
