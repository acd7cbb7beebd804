import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { query } from '#shared/wire/contract.ts';
import { documentVersion } from './model.ts';

/** Kept versions, the newest first. */
export const documentVersions = query({
  name: 'document/versions',
  action: 'document/history',
  input: z.object({ documentId: id<'document'>() }),
  output: z.object({ versions: z.array(documentVersion) }),
});

/** One version's state, as one Yjs update in base64; null for a version that the document does not have. */
export const versionState = query({
  name: 'document/version',
  action: 'document/history',
  input: z.object({ documentId: id<'document'>(), versionId: id<'version'>() }),
  output: z.object({ state: z.nullable(z.string()) }),
});

/**
 * How much each person wrote of what now stands there, the most first, and whose each stretch of a Yjs client's clock is: with that
 * any version's text can be told apart. Who has nothing left in the text is named too: an earlier version may show it.
 */
export const documentAuthors = query({
  name: 'document/authors',
  action: 'document/authorship',
  input: z.object({ documentId: id<'document'>() }),
  output: z.object({
    authors: z.array(
      z.object({
        personId: id<'person'>(),
        displayName: z.string(),
        words: z.number(),
        characters: z.number(),
      }),
    ),
    /** In the order of a client's clock: up to and without `until`. Null: nobody here, as with what a template said. */
    stretches: z.array(
      z.object({
        client: z.number(),
        until: z.number(),
        personId: z.nullable(id<'person'>()),
      }),
    ),
  }),
});
