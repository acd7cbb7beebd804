import { sql } from 'drizzle-orm';
import type { DocumentId } from '#shared/kernel/ids.ts';
import type { SnippetPart } from '#shared/kernel/snippet.ts';
import type { Tx } from '../../../storage/database.ts';
import { snippetOf, snippetParts } from '../../../storage/norwegian/asked-words.ts';

/** A piece of each document's text around what was found. */
export async function snippetsOf(
  tx: Tx,
  documentIds: readonly DocumentId[],
  text: string,
): Promise<ReadonlyMap<DocumentId, SnippetPart[]>> {
  if (documentIds.length === 0) return new Map();
  const { rows } = await tx.execute<{ id: DocumentId; found: string }>(sql`
    select id, ${snippetOf(sql`body`, text)} as found
    from document where id = any(${sql.param(documentIds)}::uuid[])`);
  return new Map(rows.map(({ id, found }) => [id, snippetParts(found)]));
}
