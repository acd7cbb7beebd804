import * as z from 'zod/mini';
import { guestAs } from '#shared/features/programme/invitation/model.ts';
import { id } from '#shared/kernel/ids.ts';
import { oneLine } from '#shared/kernel/plain-text.ts';
import { command } from '#shared/wire/contract.ts';
import { GUEST_NOTE_MAX, guestLink, tokenHash } from './model.ts';

/**
 * Makes a link by which one guest can come into one session. What opens it is made in the teacher's browser and stays there:
 * the server is told its hash, so that no kept answer and no log can hold it. Told again, it is the same link.
 */
export const makeGuestLink = command({
  name: 'guest/make-link',
  action: 'guest/invite',
  input: z.object({
    sessionId: id<'session'>(),
    tokenHash,
    note: oneLine(GUEST_NOTE_MAX, 0),
    as: guestAs,
    /** Null: as long as the session lasts. */
    untilAt: z.nullable(z.int()),
  }),
  output: z.object({ link: guestLink }),
  refusals: ['session-over', 'outside-session', 'too-many-links'],
});

/** Ends a link at once, and with it the access of whoever came by it. Again, or of no link of this session, it changes nothing. */
export const withdrawGuestLink = command({
  name: 'guest/withdraw-link',
  action: 'guest/invite',
  input: z.object({ sessionId: id<'session'>(), linkId: id<'guest-link'>() }),
  output: z.object({}),
  refusals: [],
});
