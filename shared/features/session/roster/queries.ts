import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { query } from '#shared/wire/contract.ts';

/** What one sees of a session from outside its door: how many are in, and who leads. */
export const sessionDoor = query({
  name: 'session/door',
  action: 'session/see',
  input: z.object({ sessionId: id<'session'>() }),
  output: z.object({
    sessionId: id<'session'>(),
    title: z.string(),
    courseCode: z.string(),
    courseTitle: z.string(),
    startsAt: z.number(),
    endsAt: z.number(),
    /** Server time, so that a wrong clock in the browser does not open or close the door. */
    now: z.number(),
    door: z.enum(['not-open-yet', 'open', 'session-over', 'session-cancelled']),
    notes: z.nullable(z.string()),
    teachers: z.array(z.string()),
    /** Null also while the one who leads is not in. */
    leadName: z.nullable(z.string()),
    presentCount: z.number(),
    agenda: z.array(
      z.object({
        title: z.string(),
        startsAt: z.number(),
        minutes: z.number(),
        /** As in the room: "ahead" for all until the teacher has begun. */
        phase: z.enum(['behind', 'now', 'ahead']),
      }),
    ),
    /** Whether the one who asks may join it; looking is a wider right than joining. */
    mayJoin: z.boolean(),
  }),
});
