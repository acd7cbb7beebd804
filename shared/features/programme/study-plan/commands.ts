import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { command } from '#shared/wire/contract.ts';
import { RATES, recognisedReason, semester } from './model.ts';

/** A student goes full or part time from now on, other than the cohort; null: as the cohort. */
export const changeRate = command({
  name: 'study-plan/change-rate',
  action: 'study-plan/change',
  input: z.object({ personId: id<'person'>(), rate: z.nullable(z.enum(RATES)) }),
  output: z.object({}),
  refusals: [],
});

/** A student takes a course in another semester; null: where the plan has it. */
export const moveCourse = command({
  name: 'study-plan/move-course',
  action: 'study-plan/change',
  input: z.object({
    personId: id<'person'>(),
    courseId: id<'course'>(),
    to: z.nullable(semester),
  }),
  output: z.object({}),
  refusals: ['gone', 'too-far-away'],
});

/** A course is recognised from before, for a reason; null: it is to be taken after all. */
export const recogniseCourse = command({
  name: 'study-plan/recognise-course',
  action: 'study-plan/change',
  input: z.object({
    personId: id<'person'>(),
    courseId: id<'course'>(),
    reason: z.nullable(recognisedReason),
  }),
  output: z.object({}),
  refusals: ['gone'],
});
