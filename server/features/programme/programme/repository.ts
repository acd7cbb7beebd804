import type { CourseId, Id } from '#shared/kernel/ids.ts';
import { newId } from '../../../platform/new-id.ts';
import type { Tx } from '../../../storage/database.ts';
import { courses, programmes } from './tables.ts';

export type NewProgramme = Omit<typeof programmes.$inferInsert, 'id'>;
export type NewCourse = Omit<typeof courses.$inferInsert, 'id'>;

export async function createProgramme(tx: Tx, given: NewProgramme): Promise<Id<'programme'>> {
  const id = newId<'programme'>();
  await tx.insert(programmes).values({ ...given, id });
  return id;
}

/** @throws when the code is another course's (unique `course_code_key`) */
export async function createCourse(tx: Tx, given: NewCourse): Promise<CourseId> {
  const id = newId<'course'>();
  await tx.insert(courses).values({ ...given, id });
  return id;
}
