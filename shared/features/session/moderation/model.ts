import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';

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
  about: z.nullable(named),
});
export type LogEntry = z.infer<typeof logEntry>;

/** Somebody who is kept out of a session just now: since when, and who took them out. */
export const keptOut = z.extend(named, { at: z.number(), by: named });
export type KeptOut = z.infer<typeof keptOut>;
