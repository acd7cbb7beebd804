import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { writtenText } from '#shared/kernel/written.ts';

/** What a host can have done to others in a session, or with it. */
export const MODERATION_ACTS = [
  'participant-removed',
  'participant-readmitted',
  'participant-muted',
  'everyone-muted',
  'unmute-asked',
  'microphones-locked',
  'microphones-unlocked',
  'camera-stopped',
  'screen-stopped',
  'spotlight-set',
  'spotlight-cleared',
  'screen-allowed',
  'screen-withdrawn',
  'room-closed',
  'room-opened',
  'ending-begun',
  'ending-undone',
  'message-hidden',
  'message-unhidden',
  'session-locked',
  'session-unlocked',
  'chat-closed',
  'chat-opened',
  'lobby-admitted',
  'lobby-declined',
  'sent-to-lobby',
  'guest-link-withdrawn',
] as const;
export const moderationAct = z.enum(MODERATION_ACTS);
export type ModerationAct = z.infer<typeof moderationAct>;

/** Somebody in the log, as their name was at the time it is read. */
const named = z.object({ personId: id<'person'>(), displayName: z.string() });

/** One act of one host. `about` is null when it met everybody. */
export const logEntry = z.object({
  id: id<'log-entry'>(),
  at: z.number(),
  act: moderationAct,
  by: named,
  /** `isGuest`: said by the server wherever a guest's name stands. */
  about: z.nullable(z.extend(named, { isGuest: z.boolean() })),
});
export type LogEntry = z.infer<typeof logEntry>;

/** Characters (UTF-16 code units) that a teacher can say to somebody who is taken out. */
export const REMOVAL_WORDS_MAX = 300;
/** May be empty. */
export const removalWords = writtenText(REMOVAL_WORDS_MAX);

/** Somebody who is kept out of a session just now: since when, who took them out, and what they were told with it. */
export const keptOut = z.extend(named, { at: z.number(), by: named, words: z.string() });
export type KeptOut = z.infer<typeof keptOut>;
