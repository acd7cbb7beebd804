import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { command } from '#shared/wire/contract.ts';
import { shareRight } from '../catalogue/model.ts';

/** How many people a personal document can be shared with. */
export const SHARES_MAX = 30;

/**
 * Lets a named person of the school read a personal document, until it is taken back. Named by id, or by the
 * whole e-mail address; `unknown-person` is also the answer for somebody whom it cannot be shared with.
 */
export const shareDocument = command({
  name: 'document/share',
  action: 'document/share',
  input: z.object({
    documentId: id<'document'>(),
    with: z.union([
      z.object({ personId: id<'person'>() }),
      z.object({ email: z.string().check(z.trim(), z.minLength(3), z.maxLength(254)) }),
    ]),
    right: shareRight,
  }),
  output: z.object({ personId: id<'person'>(), displayName: z.string() }),
  refusals: ['unknown-person', 'too-many'],
});

/** Takes it back: an open editor of that person closes. */
export const unshareDocument = command({
  name: 'document/unshare',
  action: 'document/share',
  input: z.object({ documentId: id<'document'>(), personId: id<'person'>() }),
  output: z.object({}),
  refusals: [],
});

/** Stops every edit of a group's document, for everybody, until it is thawed. Noted in the document's log. */
export const freezeDocument = command({
  name: 'document/freeze',
  action: 'document/freeze',
  input: z.object({ documentId: id<'document'>() }),
  output: z.object({}),
  refusals: [],
});

export const thawDocument = command({
  name: 'document/thaw',
  action: 'document/freeze',
  input: z.object({ documentId: id<'document'>() }),
  output: z.object({}),
  refusals: [],
});
