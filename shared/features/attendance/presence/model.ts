import * as z from 'zod/mini';
import type { Span, Visit } from '#shared/features/session/afterwards/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import { instantInOslo } from '#shared/kernel/oslo-time.ts';

/** How a figure came about: seen by the server, ticked off in a classroom, or put right by a teacher. */
export const SOURCES = ['measured', 'classroom', 'corrected'] as const;

/** For how long somebody was in a session. There is one figure, the same for whoever sees it. */
export const timeFigure = z.object({
  kind: z.literal('time'),
  thereMs: z.number(),
  source: z.enum(SOURCES),
});
export type TimeFigure = z.infer<typeof timeFigure>;

/** Whether somebody was at a gathering that day. Nothing is measured there: until somebody has said so, it is not known. */
export const dayFigure = z.object({
  kind: z.literal('day'),
  present: z.nullable(z.boolean()),
  source: z.enum(['nobody', 'classroom', 'corrected']),
});
export type DayFigure = z.infer<typeof dayFigure>;

export const figure = z.union([timeFigure, dayFigure]);
export type Figure = z.infer<typeof figure>;

/** A day of a gathering, as calendars write it: `2026-10-14`. One that no calendar has is none. */
export const day = z
  .string()
  .check(z.refine((text) => instantInOslo(text, '00:00') !== null, { error: 'no such day' }));

/** When somebody was seen and heard in the seminar room: what the media server showed of their lines. */
export type RoomVisit = { readonly from: Instant; readonly to: Instant | null };

/** What the server itself has seen of one person in one session. */
export type Seen = { readonly visits: readonly Visit[]; readonly room: readonly RoomVisit[] };

/** Where an occasion stands in time. */
export const OCCASION_STATES = ['ahead', 'on', 'over'] as const;
export type OccasionState = (typeof OCCASION_STATES)[number];

/** How much of what has been one has been there for. What is on now counts when it is over. */
export const totals = z.object({
  ...{ thereMs: z.number(), ofMs: z.number() },
  ...{ daysPresent: z.number(), days: z.number() },
});
export type Totals = z.infer<typeof totals>;

/** A session as presence is counted in it: how long it lasts, and how far it has come. */
export type Held = { readonly length: Span; readonly now: Instant };
