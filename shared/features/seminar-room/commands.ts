import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { command } from '#shared/wire/contract.ts';
import { unmuteAnswer } from './model.ts';

const sessionId = id<'session'>();
const personId = id<'person'>();
const ofOne = z.object({ sessionId, personId });
const done = z.object({});

/** Mutes one person's microphone on every device. The person can unmute again; nobody else can. */
export const muteParticipant = command({
  name: 'seminar-room/mute',
  action: 'seminar-room/moderate',
  input: ofOne,
  output: done,
  refusals: ['not-joined', 'not-in-room', 'media-unavailable'],
});

/** Mutes everybody but the teachers. */
export const muteEveryone = command({
  name: 'seminar-room/mute-everyone',
  action: 'seminar-room/moderate',
  input: z.object({ sessionId }),
  /** How many people were heard until then. */
  output: z.object({ muted: z.number() }),
  refusals: ['not-joined', 'media-unavailable'],
});

/** Asks somebody to unmute; only the two hear of it. */
export const askToUnmute = command({
  name: 'seminar-room/ask-to-unmute',
  action: 'seminar-room/moderate',
  input: ofOne,
  output: done,
  refusals: ['not-joined', 'not-in-room', 'already-asked', 'microphones-locked'],
});

/** The person's own answer to the ask. Unmuting is theirs to do, in their own browser, and has come about before it is told. */
export const answerUnmute = command({
  name: 'seminar-room/answer-unmute',
  action: 'seminar-room/enter',
  input: z.object({ sessionId, answer: unmuteAnswer }),
  output: done,
  refusals: ['not-joined', 'not-asked'],
});

/** Takes the right to send sound from all but the teachers, or gives it back. */
export const lockMicrophones = command({
  name: 'seminar-room/lock-microphones',
  action: 'seminar-room/moderate',
  input: z.object({ sessionId, locked: z.boolean() }),
  output: done,
  refusals: ['not-joined'],
});

/** Stops somebody's camera or shared screen, its sound included. The person can start again. */
export const stopSource = command({
  name: 'seminar-room/stop-source',
  action: 'seminar-room/moderate',
  input: z.object({ sessionId, personId, source: z.enum(['camera', 'screen']) }),
  output: done,
  refusals: ['not-joined', 'not-in-room', 'media-unavailable'],
});

/** Shows one person large to everybody; null lets each choose again. */
export const setSpotlight = command({
  name: 'seminar-room/set-spotlight',
  action: 'seminar-room/moderate',
  input: z.object({ sessionId, personId: z.nullable(personId) }),
  output: done,
  refusals: ['not-joined', 'not-in-room'],
});

/** Lets somebody share a screen, or no longer. Teachers always may. */
export const allowScreen = command({
  name: 'seminar-room/allow-screen',
  action: 'seminar-room/moderate',
  input: z.object({ sessionId, personId, allowed: z.boolean() }),
  output: done,
  refusals: ['not-joined', 'not-in-room'],
});

/**
 * Closes the room: from now on sound and picture are encrypted between the browsers. The key was made in the browser
 * that asks, and is no part of the call. A room that is closed already has another's key, and so is not closed again.
 */
export const closeRoom = command({
  name: 'seminar-room/close',
  action: 'seminar-room/moderate',
  input: z.object({ sessionId }),
  output: done,
  refusals: ['not-joined', 'already-closed'],
});

/** Opens it again, for everybody, with or without a key. */
export const openRoom = command({
  name: 'seminar-room/open',
  action: 'seminar-room/moderate',
  input: z.object({ sessionId }),
  output: done,
  refusals: ['not-joined'],
});
