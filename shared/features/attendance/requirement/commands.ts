import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { command } from '#shared/wire/contract.ts';
import { requirementFields } from './model.ts';

/** Says how much of a course somebody has to be there for; nothing at all where both are null. */
export const setRequirement = command({
  name: 'attendance/set-requirement',
  action: 'programme/edit',
  input: z.object({ courseId: id<'course'>(), ...requirementFields }),
  output: z.object({}),
  refusals: ['gone'],
});
