import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';

/** Somebody who has quietly stepped away, and since when. That much everybody sees; why, nobody is asked. */
export const quietPause = z.object({ personId: id<'person'>(), since: z.number() });
export type QuietPause = z.infer<typeof quietPause>;

/** What somebody on pause may say to the teachers alone: it goes well, look in on me, I want to talk. */
export const PAUSE_CHOICES = ['fine', 'check-on-me', 'want-to-talk'] as const;
export const pauseChoice = z.enum(PAUSE_CHOICES);
export type PauseChoice = z.infer<typeof pauseChoice>;

/** What of it asks something of the teachers. */
export type PauseWish = Exclude<PauseChoice, 'fine'>;
