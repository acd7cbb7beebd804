import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { writtenLine, writtenText } from '#shared/kernel/written.ts';
import { messageText, writtenIn } from '../chat/model.ts';
import { voiceNote } from './voice-note.ts';

/** Characters (UTF-16 code units). */
export const PROMPT_MAX = 160;
export const PROMPT_ABOUT_MAX = 300;
export const TURN_TEXT_MAX = 2000;
/** As many as a ring is drawn for, and more than a session has. */
export const RING_MAX = 300;
export const TURN_MINUTES_MAX = 15;
export const ROUND_TEMPLATE_NAME_MAX = 60;
/** So many one teacher keeps. */
export const ROUND_TEMPLATES_MAX = 30;

const personId = id<'person'>();

/** What is asked in the ring. */
export const prompt = writtenLine(PROMPT_MAX).check(z.minLength(1));
/** What is said beside it, such as that one word is enough; may be empty. */
export const promptAbout = writtenText(PROMPT_ABOUT_MAX);
/** What a turn may take, as a hint: nobody is cut off. Null says nothing of time. */
export const turnMinutes = z.nullable(z.int().check(z.gte(1), z.lte(TURN_MINUTES_MAX)));
/** What a teacher keeps to begin rounds from, in any session. */
export const roundTemplate = z.object({
  id: id<'round-template'>(),
  name: writtenLine(ROUND_TEMPLATE_NAME_MAX).check(z.minLength(1)),
  prompt,
  about: promptAbout,
  minutes: turnMinutes,
});
export type RoundTemplate = z.infer<typeof roundTemplate>;

/** What is written in place of being said. */
export const turnText = messageText.check(z.maxLength(TURN_TEXT_MAX));

/** What somebody wrote in their turn. It goes with the round. */
export const writtenTurn = z.object({
  personId,
  at: z.number(),
  text: z.string(),
  lang: writtenIn,
});
export type WrittenTurn = z.infer<typeof writtenTurn>;

/** A talking circle as everybody in the session sees it. Who let a turn pass stands nowhere: that turn has been, like any other. */
export const round = z.object({
  id: id<'round'>(),
  prompt: z.string(),
  about: z.string(),
  minutes: turnMinutes,
  by: personId,
  startedAt: z.number(),
  /** Everybody in it, in the order that all see; whoever comes later stands last. */
  ring: z.array(personId),
  /** Who has the word; null while nobody who is here has a turn to come. */
  turn: z.nullable(z.object({ personId, since: z.number() })),
  /** Who gets it next, of those who are here. */
  next: z.nullable(personId),
  /** Whose turn has been. */
  been: z.array(personId),
  written: z.array(writtenTurn),
  voiceNotes: z.array(voiceNote),
});
export type Round = z.infer<typeof round>;

/**
 * A round with the turns to come, in their order, which nobody is shown: somebody whose turn has been and comes once more
 * stands in it, for whatever reason.
 */
export type HeldRound = { readonly round: Round; readonly toCome: Round['ring'] };
