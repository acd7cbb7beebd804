import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { oneLine } from '#shared/kernel/plain-text.ts';
import { day } from '../holiday/model.ts';
import { clock } from '../planning/model.ts';

export const NAME_MAX = 120;
export const CODE_MAX = 16;
export const PLACE_MAX = 80;
/** Of one programme, and of one gathering's cohorts. */
export const COURSES_MAX = 40;
export const COHORTS_MAX = 40;

export const COURSE_KINDS = ['theory', 'practice'] as const;
export const SEMESTERS = ['autumn', 'spring'] as const;

export const named = oneLine(NAME_MAX);

export const courseFields = {
  code: oneLine(CODE_MAX),
  title: named,
  /** Study points, by halves. */
  credits: z.number().check(z.gt(0), z.lte(120), z.multipleOf(0.5)),
  kind: z.enum(COURSE_KINDS),
  /** When full-time students take it. */
  semester: z.enum(SEMESTERS),
};

/** A cohort's own semester: its days, both included, and the courses that it takes in them. */
export const termFields = {
  cohortId: id<'cohort'>(),
  name: named,
  firstDay: day,
  lastDay: day,
  courseIds: z.array(id<'course'>()).check(z.maxLength(COURSES_MAX)),
};

export const gatheringFields = {
  title: named,
  place: oneLine(PLACE_MAX),
  mandatory: z.boolean(),
  firstDay: day,
  from: clock,
  lastDay: day,
  to: clock,
  cohortIds: z.array(id<'cohort'>()).check(z.minLength(1), z.maxLength(COHORTS_MAX)),
};

export const dayOffFields = { name: named, firstDay: day, lastDay: day };
