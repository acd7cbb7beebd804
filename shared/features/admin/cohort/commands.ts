import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { oneLine } from '#shared/kernel/plain-text.ts';
import { command } from '#shared/wire/contract.ts';

export const COHORT_NAME_MAX = 60;
export const COHORT_MODES = ['full-time', 'part-time'] as const;

/** Makes a cohort of the school's programme, which students are then invited to. */
export const createCohort = command({
  name: 'people/create-cohort',
  action: 'cohort/create',
  input: z.object({
    name: oneLine(COHORT_NAME_MAX),
    mode: z.enum(COHORT_MODES),
    /** `YYYY-MM-DD`. */
    startsOn: z.string().check(z.maxLength(10)),
  }),
  output: z.object({ cohortId: id<'cohort'>() }),
  refusals: ['no-such-day', 'no-programme', 'name-taken'],
});
