import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { query } from '#shared/wire/contract.ts';
import { dayOff } from '../holiday/model.ts';
import { COURSE_KINDS, SEMESTERS } from './model.ts';

const course = z.object({
  courseId: id<'course'>(),
  code: z.string(),
  title: z.string(),
  credits: z.number(),
  kind: z.enum(COURSE_KINDS),
  semester: z.enum(SEMESTERS),
});
export type CourseOfYear = z.infer<typeof course>;

const term = z.object({
  termId: id<'term'>(),
  name: z.string(),
  firstDay: z.string(),
  lastDay: z.string(),
  courseIds: z.array(id<'course'>()),
});
export type TermOfYear = z.infer<typeof term>;

const gathering = z.object({
  gatheringId: id<'gathering'>(),
  title: z.string(),
  place: z.string(),
  mandatory: z.boolean(),
  startsAt: z.number(),
  endsAt: z.number(),
  cohortIds: z.array(id<'cohort'>()),
});
export type GatheringOfYear = z.infer<typeof gathering>;

/** The programme as those who set it up see it: what it is, and when. */
export const programmeYear = query({
  name: 'programme/year',
  action: 'programme/edit',
  input: z.object({}),
  output: z.object({
    now: z.number(),
    /** Null as long as the school has none. */
    programme: z.nullable(z.object({ name: z.string(), degree: z.string() })),
    courses: z.array(course),
    cohorts: z.array(
      z.object({
        cohortId: id<'cohort'>(),
        name: z.string(),
        mode: z.enum(['full-time', 'part-time']),
        terms: z.array(term),
      }),
    ),
    gatherings: z.array(gathering),
    daysOff: z.array(dayOff),
  }),
});
