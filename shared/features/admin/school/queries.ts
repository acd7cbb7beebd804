import * as z from 'zod/mini';
import { query } from '#shared/wire/contract.ts';

/** What the school is called, and where one writes to it; empty where it has not said. */
export const aboutSchool = query({
  name: 'people/school',
  action: 'programme/edit',
  input: z.object({}),
  output: z.object({ name: z.string(), contact: z.string() }),
});
