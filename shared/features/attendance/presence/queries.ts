import * as z from 'zod/mini';
import { span } from '#shared/features/session/afterwards/model.ts';
import { part } from '#shared/features/session/roster/model.ts';
import { id } from '#shared/kernel/ids.ts';
import { query } from '#shared/wire/contract.ts';
import { correction } from '../correction/model.ts';
import { requirement } from '../requirement/model.ts';
import { day, dayFigure, OCCASION_STATES, timeFigure, totals } from './model.ts';

/** For how long people were there: everybody, or one's own alone. The same figure for whoever sees it. */
export const sessionAttendance = query({
  name: 'attendance/of-session',
  action: 'attendance/see',
  input: z.object({ sessionId: id<'session'>() }),
  output: z.object({
    length: span,
    /** Null for one for whom nothing was planned and who never came. */
    own: z.nullable(
      z.object({
        figure: timeFigure,
        /** When oneself was there as it was measured, short breaks counted in. */
        times: z.array(span),
        corrections: z.array(correction),
      }),
    ),
    /** Null for whoever sees their own alone. */
    everybody: z.nullable(
      z.array(
        z.object({
          ...{ personId: id<'person'>(), displayName: z.string(), part },
          figure: timeFigure,
        }),
      ),
    ),
  }),
});

const state = z.enum(OCCASION_STATES);

/** One's own attendance, course by course, as far as each session has come, and each gathering, day by day. */
export const ownAttendance = query({
  name: 'attendance/own',
  action: 'attendance/list',
  input: z.object({}),
  output: z.object({
    now: z.number(),
    courses: z.array(
      z.object({
        ...{ code: z.string(), title: z.string(), totals },
        /** Null where the course requires nothing. */
        requirement: z.nullable(requirement),
        /** The latest first. */
        sessions: z.array(
          z.object({
            ...{ sessionId: id<'session'>(), title: z.string(), length: span, state },
            ...{ figure: timeFigure, times: z.array(span), corrections: z.array(correction) },
          }),
        ),
      }),
    ),
    gatherings: z.array(
      z.object({
        ...{ gatheringId: id<'gathering'>(), title: z.string(), place: z.string() },
        mandatory: z.boolean(),
        days: z.array(
          z.object({ day, figure: dayFigure, corrections: z.array(correction), at: z.number() }),
        ),
      }),
    ),
  }),
});
