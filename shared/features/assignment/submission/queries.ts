import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { query } from '#shared/wire/contract.ts';
import { namedPerson } from '../assignment/model.ts';
import { fingerprint, memberStanding } from './model.ts';

/** What was handed in of a document's text, and taken back, the first first: for those whose text it is. */
export const handIns = query({
  name: 'assignment/hand-ins',
  action: 'document/authorship',
  input: z.object({ documentId: id<'document'>() }),
  output: z.object({
    acts: z.array(
      z.object({
        submissionId: id<'submission'>(),
        act: z.enum(['handed-in', 'taken-back']),
        at: z.number(),
        byName: z.string(),
        late: z.boolean(),
      }),
    ),
  }),
});

/** A receipt, and what was handed in, to the byte. */
export const submissionQuery = query({
  name: 'assignment/submission',
  action: 'submission/read',
  input: z.object({ submissionId: id<'submission'>() }),
  output: z.object({
    submissionId: id<'submission'>(),
    assignmentId: id<'assignment'>(),
    title: z.string(),
    groupName: z.nullable(z.string()),
    at: z.number(),
    /** What was due when it was handed in. */
    dueAt: z.number(),
    late: z.boolean(),
    takenBackAt: z.nullable(z.number()),
    by: namedPerson,
    members: z.array(
      z.object({
        ...namedPerson.shape,
        standing: memberStanding,
        confirmedAt: z.nullable(z.number()),
      }),
    ),
    words: z.number(),
    fingerprint,
    /** The canonical form: its bytes in UTF-8 are what the fingerprint is of. */
    canonical: z.string(),
  }),
});
