import type { CohortId } from '#shared/kernel/ids.ts';

/** Where a cohort's table is: in a course, or without one its gatherings. */
export function sheetAddress(cohortId: CohortId, courseCode: string | null): string {
  const course = courseCode === null ? '' : `?emne=${encodeURIComponent(courseCode)}`;
  return `/oppmote/kull/${cohortId}${course}`;
}
