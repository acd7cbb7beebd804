import * as z from 'zod/mini';
import { daysFrom } from '#shared/kernel/calendar-day.ts';
import { id } from '#shared/kernel/ids.ts';
import { query } from '#shared/wire/contract.ts';
import { day, dayOff } from '../holiday/model.ts';
import { clash } from '../planning/queries.ts';
import { sessionNotes } from '../session-notes/model.ts';
import { CALENDAR_DAYS_MAX } from './rules.ts';

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

const calendarSession = z.object({
  id: id<'session'>(),
  title: z.string(),
  courseCode: z.string(),
  cohortName: z.string(),
  /** Of a group's session. */
  groupName: z.nullable(z.string()),
  startsAt: z.number(),
  endsAt: z.number(),
  status: z.enum(['planned', 'live', 'past', 'cancelled']),
  room: z.string(),
  /** When it was to begin before it was moved; null for one that stands where it was planned. */
  movedFrom: z.nullable(z.number()),
  cancelReason: z.string(),
  /** Who takes it for somebody else. */
  substitutes: z.array(z.string()),
  /** Whether one may change it: then what it clashes with is named too. */
  mayPlan: z.boolean(),
  clashes: z.array(clash),
});
export type CalendarSession = z.infer<typeof calendarSession>;

/** One's own calendar from one day to another, both included: what is planned, where one meets, and when there is no school. */
export const calendarBetween = query({
  name: 'calendar/between',
  action: 'calendar/see',
  input: z.object({ from: day, to: day }).check(
    z.refine(({ from, to }) => from <= to && daysFrom(from, to) < CALENDAR_DAYS_MAX, {
      error: 'no such stretch of days',
    }),
  ),
  output: z.object({
    now: z.number(),
    sessions: z.array(calendarSession),
    gatherings: z.array(gatheringEntry),
    daysOff: z.array(dayOff),
  }),
});
