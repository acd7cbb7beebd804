import * as z from 'zod/mini';

/** In this order: each builds on those before it. */
export const FIRST_STEPS = ['school', 'programme', 'cohort', 'terms', 'people', 'session'] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

const inOrInvited = z.object({ here: z.int(), invited: z.int() });

/** What a school has so far of what it needs before it can begin. */
export const schoolSoFar = z.object({
  hasContact: z.boolean(),
  hasProgramme: z.boolean(),
  cohorts: z.int(),
  cohortsWithTerms: z.int(),
  teachers: inOrInvited,
  students: inOrInvited,
  sessions: z.int(),
});
export type SchoolSoFar = z.infer<typeof schoolSoFar>;

/** `later`: it can be taken already, and another is before it. */
export type FirstStepState = 'done' | 'next' | 'later';
