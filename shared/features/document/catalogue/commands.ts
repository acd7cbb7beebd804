import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { command } from '#shared/wire/contract.ts';
import { documentKind, documentTitle } from './model.ts';

const aboutOne = z.object({ documentId: id<'document'>() });
const made = z.object({ documentId: id<'document'>() });

/**
 * Makes a document, empty or from a template that one may read. The kind says which of the places is needed: a group's
 * its group, a session's its session, course material its course; a template without a course is the whole school's.
 */
export const createDocument = command({
  name: 'document/create',
  action: 'document/create',
  input: z.object({
    kind: documentKind,
    groupId: z.optional(id<'group'>()),
    sessionId: z.optional(id<'session'>()),
    courseId: z.optional(id<'course'>()),
    title: documentTitle,
    templateId: z.optional(id<'document'>()),
  }),
  output: made,
  refusals: ['unknown-template', 'too-many'],
});

/** The one note that everybody in a session shares; made when it is first opened. */
export const openSessionNote = command({
  name: 'document/open-session-note',
  action: 'document/create',
  input: z.object({ sessionId: id<'session'>(), title: documentTitle }),
  output: made,
  refusals: [],
});

export const renameDocument = command({
  name: 'document/rename',
  action: 'document/edit',
  input: z.object({ documentId: id<'document'>(), title: documentTitle }),
  output: z.object({}),
  refusals: ['frozen'],
});

/** Into the trash: closed for everybody who has it open, and kept for thirty days. */
export const trashDocument = command({
  name: 'document/trash',
  action: 'document/delete',
  input: aboutOne,
  output: z.object({}),
  refusals: ['frozen'],
});

/** Out of the trash again. */
export const takeBackDocument = command({
  name: 'document/take-back',
  action: 'document/take-back',
  input: aboutOne,
  output: z.object({}),
  refusals: ['too-late'],
});
