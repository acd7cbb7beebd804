import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { query } from '#shared/wire/contract.ts';
import { guestLink } from './model.ts';

/** A session's guest links, the latest first. */
export const guestLinks = query({
  name: 'guest/links',
  action: 'guest/invite',
  input: z.object({ sessionId: id<'session'>() }),
  output: z.object({
    now: z.number(),
    startsAt: z.number(),
    endsAt: z.number(),
    /** No more can be made: the session is over. */
    isOver: z.boolean(),
    links: z.array(guestLink),
  }),
});
