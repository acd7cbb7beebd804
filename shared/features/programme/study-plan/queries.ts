import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { query } from '#shared/wire/contract.ts';
import { RATES, semester, studyPlan } from './model.ts';

const plan = z.object({
  ...studyPlan.shape,
  displayName: z.string(),
  cohortName: z.string(),
  rate: z.enum(RATES),
  /** It is not the cohort's. */
  isOwnRate: z.boolean(),
});

/** One's own study plan, and of whose one may see another's. */
export const ownStudyPlan = query({
  name: 'study-plan/own',
  action: 'study-plan/own',
  input: z.object({}),
  output: z.object({
    /** Null for whoever is in no cohort. */
    plan: z.nullable(plan),
    cohorts: z.array(
      z.object({
        cohortId: id<'cohort'>(),
        name: z.string(),
        students: z.array(z.object({ personId: id<'person'>(), displayName: z.string() })),
      }),
    ),
  }),
});

/** Another's study plan. */
export const studyPlanOf = query({
  name: 'study-plan/of-student',
  action: 'study-plan/see',
  input: z.object({ personId: id<'person'>() }),
  output: z.object({
    plan,
    mayChange: z.boolean(),
    /** Where a course can be moved. */
    semesters: z.array(semester),
  }),
});
