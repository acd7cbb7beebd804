import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { command } from '#shared/wire/contract.ts';
import { messageText, writtenIn } from '../chat/model.ts';
import { breakoutPlan } from './model.ts';

const sessionId = id<'session'>();
const breakoutId = id<'breakout'>();
const personId = id<'person'>();
const done = z.object({});

/** Splits the session: whoever is here and has a room goes there. One split at a time. */
export const openBreakouts = command({
  name: 'breakout/open',
  action: 'breakout/steer',
  input: z.object({ sessionId, plan: breakoutPlan }),
  output: done,
  refusals: [
    'not-joined',
    'session-over',
    'already-split',
    'round-on',
    'unknown-person',
    'placed-twice',
    'same-name',
    'unknown-breakout',
  ],
});

/** Keeps a plan for this session until it is split by it, in place of the one before; null drops it. */
export const prepareBreakouts = command({
  name: 'breakout/prepare',
  action: 'breakout/steer',
  input: z.object({ sessionId, plan: z.nullable(breakoutPlan) }),
  output: done,
  refusals: ['session-over', 'unknown-person', 'placed-twice', 'same-name', 'unknown-breakout'],
});

/**
 * Goes to another room oneself; null leads back to all. Students go where they belong or may choose; a teacher to a room
 * that asks for one, or is empty, and else knocks first.
 */
export const goTo = command({
  name: 'breakout/go',
  action: 'breakout/enter',
  input: z.object({ sessionId, breakoutId: z.nullable(breakoutId) }),
  output: done,
  refusals: ['not-joined', 'not-split', 'unknown-breakout', 'not-your-breakout', 'must-knock'],
});

/** A teacher says where somebody belongs; whoever is here goes there at once. Null: back to all. */
export const placePerson = command({
  name: 'breakout/place',
  action: 'breakout/steer',
  input: z.object({ sessionId, personId, breakoutId: z.nullable(breakoutId) }),
  output: done,
  refusals: ['not-joined', 'not-split', 'unknown-breakout', 'unknown-person'],
});

/** A teacher lets somebody choose a room for themselves. */
export const letChoose = command({
  name: 'breakout/let-choose',
  action: 'breakout/steer',
  input: z.object({ sessionId, personId }),
  output: done,
  refusals: ['not-joined', 'not-split', 'unknown-person'],
});

/** «Kom til oss», to all teachers, and that it is no longer needed. Asking twice keeps the first time. */
export const callTeachers = command({
  name: 'breakout/call',
  action: 'breakout/enter',
  input: z.object({ sessionId, breakoutId, wanted: z.boolean() }),
  output: done,
  refusals: ['not-joined', 'not-split', 'not-inside'],
});

/** The group asks for one minute more. */
export const askForMinute = command({
  name: 'breakout/ask-minute',
  action: 'breakout/enter',
  input: z.object({ sessionId, breakoutId }),
  output: done,
  refusals: ['not-joined', 'not-split', 'not-inside', 'no-end-yet'],
});

/** Everybody is brought back so much later, or, where no end was set, that long from now. */
export const lengthenBreakouts = command({
  name: 'breakout/lengthen',
  action: 'breakout/steer',
  input: z.object({ sessionId, minutes: z.int().check(z.gte(1), z.lte(60)) }),
  output: done,
  refusals: ['not-joined', 'not-split', 'too-long'],
});

/** Brings everybody back: in a minute, which all are told, or at once. */
export const bringBack = command({
  name: 'breakout/bring-back',
  action: 'breakout/steer',
  input: z.object({ sessionId, atOnce: z.boolean() }),
  output: done,
  refusals: ['not-joined', 'not-split'],
});

/** A teacher asks to come in. They neither see nor hear the group until somebody there says yes. */
export const knockAt = command({
  name: 'breakout/knock',
  action: 'breakout/steer',
  input: z.object({ sessionId, breakoutId }),
  output: done,
  refusals: ['not-joined', 'not-split', 'unknown-breakout'],
});

/** Somebody inside lets in the teacher who knocks, or asks them to wait. */
export const answerKnock = command({
  name: 'breakout/answer-knock',
  action: 'breakout/enter',
  input: z.object({ sessionId, breakoutId, teacherId: personId, letIn: z.boolean() }),
  output: done,
  refusals: ['not-joined', 'not-split', 'not-inside', 'nobody-knocks'],
});

/** A teacher writes the same to every room, the session's own too. */
export const writeToAll = command({
  name: 'breakout/write-to-all',
  action: 'breakout/steer',
  input: z.object({ sessionId, text: messageText, lang: writtenIn }),
  output: done,
  refusals: ['not-joined', 'not-split'],
});
