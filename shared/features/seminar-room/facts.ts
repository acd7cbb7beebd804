import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { mediaState, source, unmuteAnswer } from './model.ts';

const personId = id<'person'>();
const by = personId;
const at = z.number();

/** What a teacher decided for the whole room, or for one person. `by` is that teacher. */
export const controlFact = z.discriminatedUnion('type', [
  z.object({ type: z.literal('microphones-locked'), by, at }),
  z.object({ type: z.literal('microphones-unlocked'), by, at }),
  z.object({ type: z.literal('spotlight-set'), personId, by, at }),
  z.object({ type: z.literal('spotlight-cleared'), by, at }),
  z.object({ type: z.literal('screen-allowed'), personId, by, at }),
  z.object({ type: z.literal('screen-withdrawn'), personId, by, at }),
  /** That it is closed, and nothing of the key: whoever holds it has it from a person, never from us. */
  z.object({ type: z.literal('room-closed'), by, at }),
  z.object({ type: z.literal('room-opened'), by, at }),
  /** Heard by the two alone. */
  z.object({ type: z.literal('unmute-asked'), personId, by, at }),
  /** Heard by the two alone. Nobody is unmuted by this: it tells what came of the person's own press. */
  z.object({ type: z.literal('unmute-answered'), personId, by, answer: unmuteAnswer, at }),
]);
export type ControlFact = z.infer<typeof controlFact>;

/** What was done once and leaves no state behind but a line in the log. Heard by the two alone, or by all. */
export const noticeFact = z.discriminatedUnion('type', [
  z.object({ type: z.literal('participant-muted'), personId, by, at }),
  z.object({ type: z.literal('everyone-muted'), by, at }),
  z.object({ type: z.literal('source-stopped'), personId, source, by, at }),
]);

/** What our server saw of the room. */
export const connectionFact = z.discriminatedUnion('type', [
  z.object({ type: z.literal('media-joined'), personId, at }),
  z.object({ type: z.literal('media-left'), personId, at }),
  z.object({ type: z.literal('media-changed'), media: mediaState }),
]);

export const roomFact = z.union([controlFact, noticeFact, connectionFact]);
export type RoomFact = z.infer<typeof roomFact>;
