import { requirements } from '#shared/features/attendance/requirement/queries.ts';
import type { CourseId } from '#shared/kernel/ids.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { useWords } from '../../../platform/language.ts';
import { createQuery } from '../../../platform/query.ts';
import { words } from './words.ts';

export type CourseRequired = OutputOf<typeof requirements>['courses'][number];

/** What a course requires, in words; empty where that is nothing. */
export function requiredSaid(
  { sessions, gatherings }: Pick<CourseRequired, 'sessions' | 'gatherings'>,
  t: (typeof words)['nb'],
): string {
  return [
    ...(sessions === null ? [] : [t.ofSessions(sessions)]),
    ...(gatherings === null ? [] : [t.ofGatherings(gatherings)]),
  ].join(', ');
}

/** For a page that lists courses: what one requires, once that is known. */
export function createRequired() {
  const t = useWords(words);
  const query = createQuery(requirements, () => ({}));
  return (courseId: CourseId): string | undefined => {
    const course = query.value()?.courses.find((one) => one.courseId === courseId);
    const said = course && requiredSaid(course, t());
    return said ? t().mustBeAt(said) : undefined;
  };
}
