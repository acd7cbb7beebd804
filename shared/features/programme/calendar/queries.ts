import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { query } from '#shared/wire/contract.ts';
import { sessionNotes } from '../session-notes/model.ts';

const sessionEntry = z.object({
  kind: z.literal('session'),
  id: id<'session'>(),
  title: z.string(),
  courseCode: z.string(),
  startsAt: z.number(),
  endsAt: z.number(),
  status: z.enum(['planned', 'live', 'past', 'cancelled']),
  notes: sessionNotes,
});
export type SessionEntry = z.infer<typeof sessionEntry>;

const gatheringEntry = z.object({
  kind: z.literal('gathering'),
  id: id<'gathering'>(),
  title: z.string(),
  place: z.string(),
  mandatory: z.boolean(),
  startsAt: z.number(),
  endsAt: z.number(),
});
export type GatheringEntry = z.infer<typeof gatheringEntry>;

/**
 * Nå, as far as the calendar knows it: the next session and the band between two gatherings. Who is in the
 * session just now is asked of the session itself (`session/door`).
 */
export const homePage = query({
  name: 'calendar/home-page',
  action: 'calendar/see',
  input: z.object({}),
  output: z.object({
    now: z.number(),
    person: z.object({ id: id<'person'>(), displayName: z.string(), givenName: z.string() }),
    /** The session that runs now, else the next one that is not cancelled, else null. */
    next: z.nullable(sessionEntry),
    /** Null for somebody who belongs to no cohort and teaches none. */
    band: z.nullable(
      z.object({
        cohortName: z.string(),
        from: z.nullable(gatheringEntry),
        to: z.nullable(gatheringEntry),
        /** In order of their start, cancelled ones included. */
        items: z.array(sessionEntry),
      }),
    ),
  }),
});

/** What has been, of all that one's calendar has, the latest first. */
export const pastSessions = query({
  name: 'calendar/past-sessions',
  action: 'calendar/see',
  input: z.object({}),
  output: z.object({
    sessions: z.array(
      z.object({
        id: id<'session'>(),
        ...{ title: z.string(), courseCode: z.string(), startsAt: z.number() },
        cancelled: z.boolean(),
      }),
    ),
  }),
});
