import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { query } from '#shared/wire/contract.ts';
import { requirementFields } from './model.ts';

/** What each course requires, for those who say so. */
export const requirements = query({
  name: 'attendance/requirements',
  action: 'programme/edit',
  input: z.object({}),
  output: z.object({
    courses: z.array(
      z.object({
        ...{ courseId: id<'course'>(), code: z.string(), title: z.string() },
        ...requirementFields,
      }),
    ),
  }),
});
