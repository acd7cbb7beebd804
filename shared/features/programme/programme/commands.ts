import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { command } from '#shared/wire/contract.ts';
import * as model from './model.ts';

const DAYS = ['ends-before-start', 'too-long'] as const;

/** Begins a school that has no programme from the template: its name, its degree and its five courses. */
export const beginFromTemplate = command({
  name: 'programme/begin-from-template',
  action: 'programme/edit',
  input: z.object({}),
  output: z.object({}),
  refusals: ['has-one'],
});

/** What the programme is called, and what one has when one has finished it. */
export const saveProgramme = command({
  name: 'programme/save',
  action: 'programme/edit',
  input: z.object({ name: model.named, degree: model.named }),
  output: z.object({}),
  refusals: ['no-programme'],
});

/** A course, new where it has no id. */
export const saveCourse = command({
  name: 'programme/save-course',
  action: 'programme/edit',
  input: z.object({ courseId: z.nullable(id<'course'>()), ...model.courseFields }),
  output: z.object({ courseId: id<'course'>() }),
  refusals: ['no-programme', 'code-taken', 'gone'],
});

/** A cohort's term, new where it has no id. */
export const saveTerm = command({
  name: 'programme/save-term',
  action: 'programme/edit',
  input: z.object({ termId: z.nullable(id<'term'>()), ...model.termFields }),
  output: z.object({ termId: id<'term'>() }),
  refusals: [...DAYS, 'overlaps', 'gone'],
});

export const dropTerm = command({
  name: 'programme/drop-term',
  action: 'programme/edit',
  input: z.object({ termId: id<'term'>() }),
  output: z.object({}),
  refusals: ['gone'],
});

/** A gathering of one or more cohorts, new where it has no id. */
export const saveGathering = command({
  name: 'programme/save-gathering',
  action: 'programme/edit',
  input: z.object({ gatheringId: z.nullable(id<'gathering'>()), ...model.gatheringFields }),
  output: z.object({ gatheringId: id<'gathering'>() }),
  refusals: [...DAYS, 'overlaps', 'has-begun', 'gone'],
});

/** Takes back one that has not begun: of one that has, who was there is kept. */
export const dropGathering = command({
  name: 'programme/drop-gathering',
  action: 'programme/edit',
  input: z.object({ gatheringId: id<'gathering'>() }),
  output: z.object({}),
  refusals: ['has-begun', 'gone'],
});

/** Days without school, new where they have no id. What is planned on them already stays. */
export const saveDayOff = command({
  name: 'programme/save-day-off',
  action: 'programme/edit',
  input: z.object({ dayOffId: z.nullable(id<'day-off'>()), ...model.dayOffFields }),
  output: z.object({ dayOffId: id<'day-off'>() }),
  refusals: [...DAYS, 'gone'],
});

export const dropDayOff = command({
  name: 'programme/drop-day-off',
  action: 'programme/edit',
  input: z.object({ dayOffId: id<'day-off'>() }),
  output: z.object({}),
  refusals: ['gone'],
});
