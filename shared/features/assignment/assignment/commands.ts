import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { command } from '#shared/wire/contract.ts';
import { assignmentMode, briefFields } from './model.ts';

/**
 * Sets an assignment for a cohort in a course. With groups, each of the cohort's groups gets its document at once,
 * made from the template.
 */
export const setAssignment = command({
  name: 'assignment/set',
  action: 'assignment/set',
  input: z.object({
    cohortId: id<'cohort'>(),
    courseId: id<'course'>(),
    mode: assignmentMode,
    ...briefFields,
    templateId: z.nullable(id<'document'>()),
  }),
  output: z.object({ assignmentId: id<'assignment'>() }),
  refusals: ['due-passed', 'unknown-template', 'no-groups', 'too-many'],
});

/** Changes the brief and the due time. Who answers, and what the answers began from, stays. */
export const changeAssignment = command({
  name: 'assignment/change',
  action: 'assignment/set',
  input: z.object({ assignmentId: id<'assignment'>(), ...briefFields }),
  output: z.object({}),
  refusals: ['due-passed'],
});
