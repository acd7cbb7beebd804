import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { command } from '#shared/wire/contract.ts';
import { writtenIn } from '../chat/model.ts';
import { prompt, promptAbout, RING_MAX, roundTemplate, turnMinutes, turnText } from './model.ts';
import { VOICE_NOTE_FAULTS } from './voice-note.ts';

const sessionId = id<'session'>();
const roundId = id<'round'>();
const personId = id<'person'>();

/** Begins a round with everybody who is here, those of `ring` first and in that order. One at a time. */
export const startRound = command({
  name: 'round/start',
  action: 'round/steer',
  input: z.object({
    sessionId,
    prompt,
    about: promptAbout,
    minutes: turnMinutes,
    ring: z.array(personId).check(z.maxLength(RING_MAX)),
  }),
  output: z.object({}),
  refusals: ['not-joined', 'session-over', 'round-on', 'split'],
});

/** Keeps what a round can begin from, for oneself, in any session. */
export const keepRoundTemplate = command({
  name: 'round/keep-template',
  action: 'round/steer',
  input: z.extend(z.omit(roundTemplate, { id: true }), { sessionId }),
  output: z.object({ templateId: roundTemplate.shape.id }),
  refusals: ['name-taken', 'too-many-templates'],
});

/** One's own goes. What is not there, or another's, is no matter. */
export const dropRoundTemplate = command({
  name: 'round/drop-template',
  action: 'round/steer',
  input: z.object({ sessionId, templateId: roundTemplate.shape.id }),
  output: z.object({}),
  refusals: [],
});

/**
 * One's own turn is over: said, or passed, which is one and the same call. With `again` it comes once more when the others
 * have had theirs. Of what moves the word no record is kept: moments that lie close together would tell who let it pass.
 */
export const giveOn = command({
  name: 'round/give-on',
  action: 'round/own',
  unrecorded: true,
  input: z.object({ sessionId, roundId, again: z.boolean() }),
  output: z.object({}),
  refusals: ['not-joined', 'no-round', 'not-your-turn'],
});

/** Shows the ring what one has written in place of saying it, and gives the word on. */
export const writeTurn = command({
  name: 'round/write',
  action: 'round/own',
  unrecorded: true,
  input: z.object({ sessionId, roundId, text: turnText, lang: writtenIn }),
  output: z.object({}),
  refusals: ['not-joined', 'no-round', 'not-your-turn'],
});

/**
 * Shows the ring the voice note whose parts have come, `bytes` in all, and gives the word on. A note that is there already stays
 * the one it is, so that whoever heard no answer may ask again.
 */
export const giveVoiceNote = command({
  name: 'round/give-voice-note',
  action: 'round/own',
  unrecorded: true,
  input: z.object({
    sessionId,
    roundId,
    noteId: id<'voice-note'>(),
    bytes: z.int().check(z.gte(0)),
  }),
  output: z.object({}),
  refusals: ['not-joined', 'no-round', 'not-your-turn', 'parts-missing', ...VOICE_NOTE_FAULTS],
});

/** A teacher lets the word go on from somebody who cannot use it just now: it comes to them again at the end. */
export const moveTurnOn = command({
  name: 'round/move-on',
  action: 'round/steer',
  unrecorded: true,
  input: z.object({ sessionId, roundId, from: personId }),
  output: z.object({}),
  refusals: ['not-joined', 'no-round', 'already-moved'],
});

/** A teacher lets somebody come next who has a turn to come. */
export const setNextTurn = command({
  name: 'round/set-next',
  action: 'round/steer',
  unrecorded: true,
  input: z.object({ sessionId, roundId, personId }),
  output: z.object({}),
  refusals: ['not-joined', 'no-round', 'has-been', 'not-here'],
});

/** Ends it for everybody. What was written in it is gone. One that is over stays over. */
export const endRound = command({
  name: 'round/end',
  action: 'round/steer',
  input: z.object({ sessionId, roundId }),
  output: z.object({}),
  refusals: ['not-joined'],
});
