import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { command } from '#shared/wire/contract.ts';
import { fingerprint } from './model.ts';

const aPaper = { paperId: id<'paper'>() } as const;
/** The text that the person has seen: another one is neither confirmed nor handed in by mistake. */
const aText = z.object({ ...aPaper, fingerprint });

/**
 * Finds the document in which a group, or a person, answers; makes it from the template when there is none. Named by the
 * group, or by one's own id.
 */
export const openPaper = command({
  name: 'assignment/open-paper',
  action: 'submission/write',
  input: z.object({
    assignmentId: id<'assignment'>(),
    groupId: z.optional(id<'group'>()),
    personId: z.optional(id<'person'>()),
  }),
  output: z.object({ paperId: id<'paper'>(), documentId: id<'document'>() }),
  refusals: [],
});

/** Says yes to the text as it stands. The last yes of a group hands in. */
export const confirmPaper = command({
  name: 'assignment/confirm',
  action: 'submission/write',
  input: aText,
  output: z.object({ submissionId: z.nullable(id<'submission'>()) }),
  refusals: ['changed', 'handed-in', 'nothing-written', 'only-template'],
});

export const withdrawConfirmation = command({
  name: 'assignment/withdraw-confirmation',
  action: 'submission/write',
  input: z.object(aPaper),
  output: z.object({}),
  refusals: ['handed-in'],
});

/** Asks those one answers with to wait, or no longer. It is shown to them, and holds nothing up. */
export const askToWait = command({
  name: 'assignment/ask-to-wait',
  action: 'submission/write',
  input: z.object({ ...aPaper, wait: z.boolean() }),
  output: z.object({}),
  refusals: ['handed-in'],
});

/** Hands in, from a day before it is due, without waiting for those who are silent. */
export const handInPaper = command({
  name: 'assignment/hand-in',
  action: 'submission/write',
  input: aText,
  output: z.object({ submissionId: id<'submission'>() }),
  refusals: ['changed', 'handed-in', 'nothing-written', 'only-template', 'too-early'],
});

/** Until it is due: opens the text again, and asks everybody anew. What was handed in since it was seen stays. */
export const takeBackSubmission = command({
  name: 'assignment/take-back',
  action: 'submission/write',
  input: z.object({ ...aPaper, submissionId: id<'submission'>() }),
  output: z.object({}),
  refusals: ['not-handed-in', 'too-late'],
});
