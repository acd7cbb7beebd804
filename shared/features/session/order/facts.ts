import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';

const by = id<'person'>();
const at = z.number();

/** Heard by everybody in the session. */
export const orderFact = z.discriminatedUnion('type', [
  z.object({ type: z.literal('session-locked'), by, at }),
  z.object({ type: z.literal('session-unlocked'), by, at }),
  z.object({ type: z.literal('chat-closed'), by, at }),
  z.object({ type: z.literal('chat-opened'), by, at }),
]);
export type OrderFact = z.infer<typeof orderFact>;

/** Heard outside: that the door is locked, or no longer, and nothing else of the session. */
export const doorFact = z.object({ type: z.literal('door-turned'), locked: z.boolean() });
export type DoorFact = z.infer<typeof doorFact>;
