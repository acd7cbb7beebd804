import * as z from 'zod/mini';

/** What teachers have closed in a session, until they open it again or the session is ended. */
export const order = z.object({
  /** Nobody new comes in. */
  locked: z.boolean(),
  /** Teachers alone write to everybody. */
  chatClosed: z.boolean(),
});
export type Order = z.infer<typeof order>;

export const NOTHING_CLOSED: Order = { locked: false, chatClosed: false };

/** What whoever stands outside a session is told of its door. */
export const sessionDoorState = z.object({ locked: z.boolean() });
export type SessionDoorState = z.infer<typeof sessionDoorState>;
