import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';

export const COHORT_NAME_MAX = 60;
export const COHORT_MODES = ['full-time', 'part-time'] as const;

export const cohortName = z.object({ cohortId: id<'cohort'>(), name: z.string() });
export type CohortName = z.infer<typeof cohortName>;

/** A cohort, and whether who asks teaches some session of it. */
export type CohortStanding = CohortName & {
  readonly mode: (typeof COHORT_MODES)[number];
  /** `YYYY-MM-DD`. */
  readonly startsOn: string;
  readonly teachesCohort: boolean;
};

const somebody = z.object({
  personId: id<'person'>(),
  name: z.string(),
  /** Null for whom row 3 of docs/access.md does not show it. */
  email: z.nullable(z.string()),
});

export const studentOfCohort = z.extend(somebody, { groupId: z.nullable(id<'group'>()) });
export type StudentOfCohort = z.infer<typeof studentOfCohort>;

/** Codes of what somebody teaches in the cohort. */
export const teacherOfCohort = z.extend(somebody, { courses: z.array(z.string()) });
export type TeacherOfCohort = z.infer<typeof teacherOfCohort>;
