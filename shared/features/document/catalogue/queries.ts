import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { snippetPart } from '#shared/kernel/snippet.ts';
import { query } from '#shared/wire/contract.ts';
import { creationPlace, documentItem, documentRights } from './model.ts';

/** The newest of what one may read, or what one may take out of the trash. */
export const documentList = query({
  name: 'document/list',
  action: 'document/list',
  input: z.object({ trashed: z.boolean() }),
  output: z.object({ items: z.array(documentItem) }),
});

/** One document, and what the asking person may do with it. */
export const aboutDocument = query({
  name: 'document/about',
  action: 'document/read',
  input: z.object({ documentId: id<'document'>() }),
  output: z.object({
    item: documentItem,
    rights: documentRights,
    createdAt: z.number(),
    /** Its stored updates cannot be read any more: the last good state is shown, and nobody can write. */
    quarantined: z.boolean(),
    groupId: z.nullable(id<'group'>()),
    sessionId: z.nullable(id<'session'>()),
    courseId: z.nullable(id<'course'>()),
    ownerId: z.nullable(id<'person'>()),
  }),
});

/** One that lies in the trash, and who put it there: for whoever may take it out again, and for nobody else. */
export const trashedDocument = query({
  name: 'document/trashed',
  action: 'document/take-back',
  input: z.object({ documentId: id<'document'>() }),
  output: z.object({ item: documentItem, byName: z.nullable(z.string()) }),
});

/** Full text, with the endings of Norwegian words taken off, within what one may read. The best hit first. */
export const searchDocuments = query({
  name: 'document/search',
  action: 'document/list',
  input: z.object({ text: z.string().check(z.trim(), z.minLength(2), z.maxLength(200)) }),
  output: z.object({
    hits: z.array(z.object({ item: documentItem, snippet: z.array(snippetPart) })),
  }),
});

/** What is written in a session: its shared note first, when it has been opened. */
export const sessionDocuments = query({
  name: 'document/of-session',
  action: 'document/of-session',
  input: z.object({ sessionId: id<'session'>() }),
  output: z.object({ items: z.array(documentItem) }),
});

/** Where the asking person can make a document. */
export const whereToCreate = query({
  name: 'document/where-to-create',
  action: 'document/list',
  input: z.object({}),
  output: z.object({ places: z.array(creationPlace) }),
});

/** Templates to start from. */
export const documentTemplates = query({
  name: 'document/templates',
  action: 'document/list',
  input: z.object({}),
  output: z.object({
    templates: z.array(
      z.object({
        documentId: id<'document'>(),
        title: z.string(),
        /** The course that it is for; null for the whole school's. */
        place: z.nullable(z.string()),
      }),
    ),
  }),
});
