import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { query } from '#shared/wire/contract.ts';
import { cohortName } from '../cohort/model.ts';
import { listedPerson } from '../people/model.ts';
import { personAct } from './model.ts';

/** Somebody of the school, with what has been done to their standing, the latest first. */
export const aboutPerson = query({
  name: 'people/about',
  action: 'people/about',
  input: z.object({ personId: id<'person'>() }),
  output: z.object({
    person: listedPerson,
    acts: z.array(personAct),
    /** Just now. */
    enrolledIn: z.array(cohortName),
    /** All that there are. */
    cohorts: z.array(cohortName),
  }),
});
