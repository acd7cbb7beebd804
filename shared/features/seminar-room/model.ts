import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';

const personId = id<'person'>();

/** What a person can send into the room. Sound of a shared screen is a source of its own. */
export const SOURCES = ['microphone', 'camera', 'screen', 'screen-audio'] as const;
export const source = z.enum(SOURCES);
export type Source = z.infer<typeof source>;

/** How it stands with the media server that carries sound and picture, for all rooms alike. */
export const mediaState = z.discriminatedUnion('status', [
  /** Being built in the background. `progress` is from 0 to 1. */
  z.object({ status: z.literal('building'), progress: z.number() }),
  z.object({ status: z.literal('ready') }),
  /** Nobody has set it up: neither settings, nor a program, nor Go to build one; or the build failed. */
  z.object({ status: z.literal('absent'), why: z.enum(['not-set-up', 'build-failed']) }),
  /** It is set up and does not answer just now; it is started again by itself. */
  z.object({ status: z.literal('down') }),
]);
export type MediaState = z.infer<typeof mediaState>;

/** What came of being asked to unmute: it is on, the person would rather not, or browser or device kept it off. */
export const unmuteAnswer = z.enum(['on', 'declined', 'failed']);
export type UnmuteAnswer = z.infer<typeof unmuteAnswer>;

/** What teachers have decided in this room. Kept while the session lives; a new media server gets it again. */
export const controls = z.object({
  /** Only teachers may send sound: the right is taken, not a wish expressed. */
  microphonesLocked: z.boolean(),
  /** Whom everybody sees large; null when each chooses. */
  spotlightId: z.nullable(personId),
  /** Who may share a screen beside the teachers. */
  screenAllowed: z.array(personId),
  /** Who has been asked to unmute, by whom. Heard by these two alone. */
  asks: z.array(z.object({ personId, by: personId, at: z.number() })),
  /** Sound and picture are encrypted between the browsers, with a key that never comes here; null when they are not. */
  closed: z.nullable(z.object({ by: personId, at: z.number() })),
});
export type Controls = z.infer<typeof controls>;

export const FREE_ROOM: Controls = {
  microphonesLocked: false,
  spotlightId: null,
  screenAllowed: [],
  asks: [],
  closed: null,
};
