import { sql } from 'drizzle-orm';
import * as Y from 'yjs';
import type { DocumentId } from '#shared/kernel/ids.ts';
import { updatesIn } from '../features/document/editing/updates-in.ts';
import type { Database } from '../storage/database.ts';

/** What is stored of a document, snapshot and log, as Yjs reads it. */
export async function storedDocument(database: Database, documentId: DocumentId): Promise<Y.Doc> {
  const doc = new Y.Doc();
  const { rows: snapshots } = await database.execute<{ state: Buffer }>(
    sql`select state from document_snapshot where document_id = ${documentId}`,
  );
  for (const { state } of snapshots) Y.applyUpdate(doc, state);
  const { rows } = await database.execute<{ bytes: Buffer }>(
    sql`select bytes from document_update where document_id = ${documentId} order by seq`,
  );
  for (const { bytes } of rows) for (const update of updatesIn(bytes)) Y.applyUpdate(doc, update);
  return doc;
}
