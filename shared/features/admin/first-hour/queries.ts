import * as z from 'zod/mini';
import { query } from '#shared/wire/contract.ts';
import { schoolSoFar } from './model.ts';

/** How far a school has come with what it begins with. */
export const firstHour = query({
  name: 'people/first-hour',
  action: 'programme/edit',
  input: z.object({}),
  /** Null of the demonstration, which is there whole. */
  output: z.object({ soFar: z.nullable(schoolSoFar) }),
});
