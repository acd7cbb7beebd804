import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { command } from '#shared/wire/contract.ts';
import { removalWords } from './model.ts';

const whom = { sessionId: id<'session'>(), personId: id<'person'>() };

/**
 * Takes somebody out of the session and keeps them out until it is undone: seat, socket, sound and picture end.
 * An assigned teacher cannot be taken out. `words` are for the one who is taken out.
 */
export const removeParticipant = command({
  name: 'session/remove',
  action: 'session/remove',
  input: z.object({ ...whom, words: z.optional(removalWords) }),
  output: z.object({}),
  refusals: ['not-here', 'teaches-here'],
});

/** Undoes it: the person may come in again. Who is not kept out is not changed. */
export const readmitParticipant = command({
  name: 'session/readmit',
  action: 'session/remove',
  input: z.object(whom),
  output: z.object({}),
  refusals: [],
});
