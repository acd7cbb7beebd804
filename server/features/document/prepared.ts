import { sql } from 'drizzle-orm';
import * as Y from 'yjs';
import type { DocumentId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import { TEXT_FIELD } from '#shared/wire/document-line.ts';
import type { Tx } from '../../storage/database.ts';
import { addDocument, type NewDocument, putFirstState } from './catalogue/repository.ts';
import {
  type Authors,
  authorsOf,
  authorsToStore,
  noteAuthor,
  plainTextOf,
  type StoredAuthors,
  wordsOf,
} from './editing/authors.ts';
import { canonicalOf } from './editing/canonical.ts';
import type { Canonical } from './editing/keeper-protocol.ts';

/** A block of a text that is there before anybody opens it, and who is said to have written it. */
export type PreparedBlock = { readonly by: PersonId | null } & (
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph' | 'quote'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'tasks';
      readonly items: readonly { readonly text: string; readonly done: boolean }[];
    }
);

/** Makes a document that says something already, as if its people had typed it. */
export async function prepareDocument(
  tx: Tx,
  given: NewDocument,
  blocks: readonly PreparedBlock[],
): Promise<DocumentId> {
  const documentId = await addDocument(tx, given);
  const { doc, authors } = write(blocks);
  const state = Y.encodeStateAsUpdate(doc);
  const text = plainTextOf(doc);
  await putFirstState(tx, documentId, {
    state,
    text,
    authors: authorsToStore(authors),
    at: given.at,
  });
  return documentId;
}

/** What such a document says, in canonical form and with its words counted, before anybody has opened it. */
export async function preparedText(tx: Tx, documentId: DocumentId): Promise<Canonical> {
  const { rows } = await tx.execute<{ state: Buffer; authors: StoredAuthors }>(
    sql`select state, authors from document_snapshot where document_id = ${documentId}`,
  );
  const doc = new Y.Doc();
  for (const { state } of rows) Y.applyUpdate(doc, state);
  return { canonical: canonicalOf(doc), ...wordsOf(doc, authorsOf(rows[0]?.authors ?? {})) };
}

function write(blocks: readonly PreparedBlock[]): { doc: Y.Doc; authors: Authors } {
  const doc = new Y.Doc();
  const authors: Authors = new Map();
  const root = doc.getXmlFragment(TEXT_FIELD);
  const clients = new Map<PersonId | null, number>();
  for (const block of blocks) {
    // Each person types on a client of their own.
    const client = clients.get(block.by) ?? new Y.Doc().clientID;
    clients.set(block.by, client);
    doc.clientID = client;
    const before = Y.decodeStateVector(Y.encodeStateVector(doc));
    doc.transact(() => root.insert(root.length, [elementOf(block)]));
    noteAuthor(authors, before, Y.decodeStateVector(Y.encodeStateVector(doc)), block.by);
  }
  return { doc, authors };
}

function elementOf(block: PreparedBlock): Y.XmlElement {
  switch (block.kind) {
    case 'heading':
      return element('heading', [new Y.XmlText(block.text)], { level: 2 });
    case 'paragraph':
      return paragraph(block.text);
    case 'quote':
      return element('blockquote', [paragraph(block.text)]);
    case 'list':
      return element(
        'bulletList',
        block.items.map((text) => element('listItem', [paragraph(text)])),
      );
    case 'tasks':
      return element(
        'taskList',
        block.items.map(({ text, done }) =>
          element('taskItem', [paragraph(text)], { checked: done }),
        ),
      );
  }
}

function paragraph(text: string): Y.XmlElement {
  return element('paragraph', text === '' ? [] : [new Y.XmlText(text)]);
}

function element(
  name: string,
  inner: readonly (Y.XmlElement | Y.XmlText)[],
  attributes: Readonly<Record<string, number | boolean>> = {},
): Y.XmlElement {
  const made = new Y.XmlElement(name);
  // Any value may be an attribute; the type knows of text alone.
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as never);
  made.insert(0, [...inner]);
  return made;
}

/** Whether a session has a document of its own already. */
export async function hasSessionNote(tx: Tx, sessionId: SessionId): Promise<boolean> {
  const { rows } = await tx.execute(
    sql`select from document where session_id = ${sessionId} and session_default limit 1`,
  );
  return rows.length > 0;
}
