import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { command } from '#shared/wire/contract.ts';
import { concernText } from './model.ts';

/**
 * Tells the one person whom the school has named. `readerId` is who the screen said would read it: is that somebody else by now, it is
 * sent to nobody.
 */
export const reportConcern = command({
  name: 'concern/report',
  action: 'concern/report',
  input: z.object({
    readerId: id<'person'>(),
    sessionId: z.nullable(id<'session'>()),
    text: concernText,
  }),
  output: z.object({ concernId: id<'concern'>() }),
  refusals: ['other-reader', 'too-many'],
});

/** From now on this person reads what is reported; null: nobody does, and nothing can be. */
export const nameConcernReader = command({
  name: 'concern/name-reader',
  action: 'concern/name-reader',
  input: z.object({ personId: z.nullable(id<'person'>()) }),
  output: z.object({}),
  refusals: ['cannot-read'],
});

/** One has had what was sent to one on the screen, as far as this one. Again it changes nothing, and of others' it changes none. */
export const openConcerns = command({
  name: 'concern/open',
  action: 'concern/receive',
  input: z.object({ latest: id<'concern'>() }),
  output: z.object({}),
  refusals: [],
});
