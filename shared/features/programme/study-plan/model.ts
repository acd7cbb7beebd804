import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { oneLine } from '#shared/kernel/plain-text.ts';
import { COURSE_KINDS, SEMESTERS } from '../programme/model.ts';

export const RATES = ['full-time', 'part-time'] as const;
export type Rate = (typeof RATES)[number];

/** Why a course is recognised from before, for the student and those who keep the plan. */
export const RECOGNISED_MAX = 300;
export const recognisedReason = oneLine(RECOGNISED_MAX, 3);

/** Half a school year: the autumn from August, the spring from January. */
export const semester = z.object({
  year: z.int().check(z.gte(2000), z.lte(2099)),
  season: z.enum(SEMESTERS),
});
export type Semester = z.infer<typeof semester>;

export const WHENS = ['behind', 'now', 'ahead'] as const;
export type When = (typeof WHENS)[number];

const courseOfPlan = z.object({
  courseId: id<'course'>(),
  code: z.string(),
  title: z.string(),
  credits: z.number(),
  kind: z.enum(COURSE_KINDS),
});
export type CourseOfPlan = z.infer<typeof courseOfPlan>;

/** A semester of somebody's plan, with the courses that they take in it. */
const plannedSemester = z.object({
  semester,
  /** Of the cohort's term, where it has one then; from its first day to its last. */
  term: z.nullable(z.object({ name: z.string(), firstDay: z.string(), lastDay: z.string() })),
  when: z.enum(WHENS),
  courses: z.array(
    z.object({
      ...courseOfPlan.shape,
      /** It goes on in a later semester; its credits count in the last. */
      goesOn: z.boolean(),
      /** It was moved for this student. */
      moved: z.boolean(),
    }),
  ),
});
export type PlannedSemester = z.infer<typeof plannedSemester>;

/** Credits, which together are those of all courses. */
const credits = z.object({
  all: z.number(),
  recognised: z.number(),
  behind: z.number(),
  now: z.number(),
  ahead: z.number(),
});
export type PlanCredits = z.infer<typeof credits>;

export const studyPlan = z.object({
  semesters: z.array(plannedSemester),
  recognised: z.array(
    z.object({
      ...courseOfPlan.shape,
      /** Null for whoever sees the plan and not why (docs/access.md row 61). */
      reason: z.nullable(z.string()),
    }),
  ),
  credits,
});
export type StudyPlan = z.infer<typeof studyPlan>;

/** Somebody who is or has been a student, as the policies need it. */
export type PlanStanding = {
  /** The subject is assigned to some session of the cohort that the student is in. */
  readonly teachesCohort: boolean;
};
