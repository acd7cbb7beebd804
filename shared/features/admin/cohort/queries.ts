import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { query } from '#shared/wire/contract.ts';
import { groupOfCohort } from '../group/model.ts';
import { COHORT_MODES, cohortName, studentOfCohort, teacherOfCohort } from './model.ts';

/** The cohorts that one may see, the one that began last first. */
export const cohortList = query({
  name: 'people/cohorts',
  action: 'cohort/list',
  input: z.object({}),
  output: z.object({ cohorts: z.array(z.extend(cohortName, { students: z.int() })) }),
});

/** A cohort: who is in it, who teaches it, its groups, and what who asks may do with it. */
export const cohortPage = query({
  name: 'people/cohort',
  action: 'cohort/see',
  input: z.object({ cohortId: id<'cohort'>() }),
  output: z.object({
    name: z.string(),
    mode: z.enum(COHORT_MODES),
    startsOn: z.string(),
    students: z.array(studentOfCohort),
    /** How many more have an invitation to it that can be used. */
    invited: z.int(),
    teachers: z.array(teacherOfCohort),
    groups: z.array(groupOfCohort),
    may: z.object({ enrol: z.boolean(), run: z.boolean(), makeGroups: z.boolean() }),
    /** Where students can be moved to, for those who may. */
    others: z.array(cohortName),
  }),
});
