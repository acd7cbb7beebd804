import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { command } from '#shared/wire/contract.ts';
import { messageText, writtenIn } from '../chat/model.ts';
import { DECLINE_LENGTH_MAX, LOBBY_MAX } from './model.ts';

const sessionId = id<'session'>();
const personId = id<'person'>();

/**
 * Asks to come in. Who need not wait is told so; everybody else waits for as long as one of their lines to the place is
 * open. `again`: also after having been declined.
 */
export const waitInLobby = command({
  name: 'lobby/wait',
  action: 'lobby/wait',
  input: z.object({ sessionId, again: z.optional(z.boolean()) }),
  output: z.object({
    /** Where one hears how it stands; null for who may come in at once. */
    lineId: z.nullable(id<'team-line'>()),
  }),
  refusals: ['not-open-yet', 'session-over', 'session-ended', 'session-cancelled', 'lobby-full'],
});

/** Lets in those of these who wait, or whom a host sent back. To let in all is to name all whom one has seen. */
export const admitFromLobby = command({
  name: 'lobby/admit',
  action: 'lobby/keep',
  input: z.object({
    sessionId,
    people: z.array(personId).check(z.minLength(1), z.maxLength(LOBBY_MAX)),
  }),
  output: z.object({ admitted: z.number() }),
  refusals: ['not-joined', 'session-over', 'not-waiting'],
});

/** Says no, in words that the person reads. */
export const declineFromLobby = command({
  name: 'lobby/decline',
  action: 'lobby/keep',
  input: z.object({
    sessionId,
    personId,
    words: messageText.check(z.maxLength(DECLINE_LENGTH_MAX)),
    lang: z.optional(writtenIn),
  }),
  output: z.object({}),
  refusals: ['not-joined', 'session-over', 'not-waiting'],
});

/** Sends somebody who is in the session back to wait, until a host lets them in again. A host cannot be sent. */
export const sendToLobby = command({
  name: 'lobby/send-back',
  action: 'lobby/keep',
  input: z.object({ sessionId, personId }),
  output: z.object({}),
  refusals: ['not-joined', 'session-over', 'not-here', 'teaches-here'],
});
