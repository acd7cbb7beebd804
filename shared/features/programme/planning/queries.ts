import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { query } from '#shared/wire/contract.ts';
import { SESSION_KINDS } from '../calendar/model.ts';
import { day } from '../holiday/model.ts';
import { PUBLIC_HOLIDAYS } from '../holiday/rules.ts';
import { plan, planningPlace, SERIES_REFUSALS, WHEN_REFUSALS } from './commands.ts';
import { assigned, scope } from './model.ts';
import { CLASHES } from './rules.ts';

const namedPerson = z.object({ personId: id<'person'>(), displayName: z.string() });

/** Where one may plan sessions, and who can teach them. Empty for whoever plans none. */
export const whereToPlan = query({
  name: 'planning/places',
  action: 'calendar/see',
  input: z.object({}),
  output: z.object({
    now: z.number(),
    cohorts: z.array(
      z.object({
        cohortId: id<'cohort'>(),
        name: z.string(),
        groups: z.array(z.object({ groupId: id<'group'>(), name: z.string() })),
        courses: z.array(
          z.object({ courseId: id<'course'>(), code: z.string(), title: z.string() }),
        ),
      }),
    ),
    teachers: z.array(namedPerson),
  }),
});

/** What is in the way, said of both that are. The title is left out of what one may not see. */
export const clash = z.object({
  sessionId: id<'session'>(),
  title: z.nullable(z.string()),
  startsAt: z.number(),
  endsAt: z.number(),
  over: z.array(z.enum(CLASHES)),
});
export type SaidClash = z.infer<typeof clash>;

/** What a plan would become: its times, what it leaves out, what it clashes with; or why it cannot be. */
const foreseen = z.object({
  refusal: z.nullable(z.enum([...WHEN_REFUSALS, ...SERIES_REFUSALS])),
  held: z.array(
    z.object({
      startsAt: z.number(),
      endsAt: z.number(),
      /** Held, though there is no school that day. */
      off: z.nullable(
        z.union([
          z.object({ kind: z.literal('public'), holiday: z.enum(PUBLIC_HOLIDAYS) }),
          z.object({ kind: z.literal('school'), name: z.string() }),
        ]),
      ),
      /** The title of a mandatory gathering of the cohort that it falls within. */
      gathering: z.nullable(z.string()),
      /** In none of the terms that the cohort has. */
      outsideTerms: z.boolean(),
    }),
  ),
  leftOut: z.array(
    z.object({
      day: z.string(),
      because: z.union([
        z.object({ kind: z.literal('public'), holiday: z.enum(PUBLIC_HOLIDAYS) }),
        z.object({ kind: z.literal('school'), name: z.string() }),
      ]),
    }),
  ),
  clashes: z.array(clash),
});
export type Foreseen = z.infer<typeof foreseen>;

const { title: _title, ...whenAndWho } = plan;

/** The same as planning it, without doing so. */
export const foreseePlan = query({
  name: 'planning/foresee',
  action: 'session/plan',
  input: z.object({ ...planningPlace, ...whenAndWho, untilDay: z.nullable(day) }),
  output: foreseen,
});

/** The same as changing it, without doing so. */
export const foreseeChange = query({
  name: 'planning/foresee-change',
  action: 'session/plan',
  input: z.object({ sessionId: id<'session'>(), ...whenAndWho, scope }),
  output: foreseen,
});

/** A planned session as its form needs it. */
export const plannedSession = query({
  name: 'planning/session',
  action: 'session/plan',
  input: z.object({ sessionId: id<'session'>() }),
  output: z.object({
    now: z.number(),
    version: z.number(),
    title: z.string(),
    kind: z.enum(SESSION_KINDS),
    room: z.string(),
    courseCode: z.string(),
    courseTitle: z.string(),
    cohortName: z.string(),
    groupName: z.nullable(z.string()),
    startsAt: z.number(),
    endsAt: z.number(),
    teachers: z.array(z.extend(assigned, { displayName: z.string() })),
    hasBegun: z.boolean(),
    cancelled: z.boolean(),
    cancelReason: z.string(),
    /** How many of its series come after it; 0 also for one that is in none. */
    following: z.number(),
    /** Whom else it can be given to. */
    colleagues: z.array(namedPerson),
  }),
});
