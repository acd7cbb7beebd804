import * as z from 'zod/mini';
import { planAtDoor } from '#shared/features/programme/planning/model.ts';
import { sessionNotes } from '#shared/features/programme/session-notes/model.ts';
import { id } from '#shared/kernel/ids.ts';
import { query } from '#shared/wire/contract.ts';

const sessionGlance = z.object({
  sessionId: id<'session'>(),
  title: z.string(),
  courseCode: z.string(),
  courseTitle: z.string(),
  startsAt: z.number(),
  endsAt: z.number(),
  /** Server time, so that a wrong clock in the browser does not open or close the door. */
  now: z.number(),
  door: z.enum(['not-open-yet', 'open', 'session-over', 'session-ended', 'session-cancelled']),
  notes: sessionNotes,
  teachers: z.array(z.string()),
  /** Null also while the one who leads is not in. */
  leadName: z.nullable(z.string()),
  presentCount: z.number(),
  /** Whether the one who asks is among them: in another tab, or on another device. */
  isIn: z.boolean(),
  /** Whether the one who asks may join it; looking is a wider right than joining. */
  mayJoin: z.boolean(),
  /** Whether a host has to let them in first: they may come to its lobby. */
  waits: z.boolean(),
  /** A locked door, as it stands to whoever may join it: nobody else hears of it. */
  lock: z.enum(['none', 'lets-you-in', 'keeps-you-out']),
});
/** What one sees of a session from outside its door, but for the plan: enough for a card. */
export type SessionGlance = z.infer<typeof sessionGlance>;

/** What one sees of a session from outside its door: how many are in, who leads, and the plan. */
export const sessionDoor = query({
  name: 'session/door',
  action: 'session/see',
  input: z.object({ sessionId: id<'session'>() }),
  output: z.extend(sessionGlance, {
    /** Whether the one who asks may change the plan just now. */
    mayEdit: z.boolean(),
    plan: planAtDoor,
    /** The session that this one was begun from: what was written there is still at hand, and what was not reached there. */
    begunFrom: z.nullable(
      z.object({
        ...{ sessionId: id<'session'>(), title: z.string(), startsAt: z.number() },
        notReached: z.array(z.string()),
      }),
    ),
    /** What the room reckons its times from; null as long as no item has begun. */
    begun: z.nullable(
      z.object({
        /** When the item that is on began. */
        since: z.number(),
        /** When the last pause for all ends or ended; null where none was. */
        pauseEndsAt: z.nullable(z.number()),
      }),
    ),
    agenda: z.array(
      z.object({
        title: z.string(),
        startsAt: z.number(),
        minutes: z.number(),
        kind: z.enum(['item', 'pause']),
        /** As in the room: "ahead" for all until the teacher has begun, "behind" for all once it is over. */
        phase: z.enum(['behind', 'now', 'ahead']),
      }),
    ),
  }),
});

/** What one is invited to and can still come to, the first first: for whoever has no calendar to find it in. */
export const ownInvitations = query({
  name: 'session/own-invitations',
  action: 'session/own-invitations',
  input: z.object({}),
  output: z.object({ now: z.number(), sessions: z.array(sessionGlance) }),
});
