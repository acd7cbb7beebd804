import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { command } from '#shared/wire/contract.ts';
import { VERSION_NAME_MAX } from './model.ts';

/** Keeps the document as it is now, under a name. */
export const nameVersion = command({
  name: 'document/name-version',
  action: 'document/edit',
  input: z.object({
    documentId: id<'document'>(),
    name: z.string().check(z.trim(), z.minLength(1), z.maxLength(VERSION_NAME_MAX)),
  }),
  output: z.object({ versionId: id<'version'>() }),
  /** `frozen`: it is in quarantine. */
  refusals: ['frozen', 'too-many'],
});

/**
 * Opens a document again that was set aside because what is stored of it cannot be read: from its last good state.
 * One that is not set aside stays as it is.
 */
export const liftQuarantine = command({
  name: 'document/lift-quarantine',
  action: 'document/restore',
  input: z.object({ documentId: id<'document'>() }),
  output: z.object({}),
  /** The last good state is still being looked for. */
  refusals: ['not-ready'],
});

/**
 * Makes the document what it was, as a change like any other: whoever has it open sees it, and what it was until now
 * is kept as a version too.
 */
export const restoreVersion = command({
  name: 'document/restore-version',
  action: 'document/restore',
  input: z.object({ documentId: id<'document'>(), versionId: id<'version'>() }),
  /** Whether it came last on the thread: where the text said so already, there is nothing to keep. */
  output: z.object({ kept: z.boolean() }),
  refusals: ['frozen', 'unknown-version'],
});
