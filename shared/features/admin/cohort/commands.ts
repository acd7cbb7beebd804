import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { oneLine, severalLines } from '#shared/kernel/plain-text.ts';
import { command } from '#shared/wire/contract.ts';
import { REASON_MAX, REASON_MIN } from '../standing/model.ts';
import { COHORT_MODES, COHORT_NAME_MAX } from './model.ts';

const named = {
  name: oneLine(COHORT_NAME_MAX),
  /** `YYYY-MM-DD`. */
  startsOn: z.string().check(z.maxLength(10)),
};
const cohortId = id<'cohort'>();
const personId = id<'person'>();
const reason = severalLines(REASON_MAX, REASON_MIN);

/** Makes a cohort of the school's programme, which students are then invited to. */
export const createCohort = command({
  name: 'people/create-cohort',
  action: 'cohort/create',
  input: z.object({ ...named, mode: z.enum(COHORT_MODES) }),
  output: z.object({ cohortId }),
  refusals: ['no-such-day', 'no-programme', 'name-taken'],
});

/** Makes one that goes as this one does: its terms moved with the first day, and its groups without anybody in them. */
export const copyCohort = command({
  name: 'people/copy-cohort',
  action: 'cohort/run',
  input: z.object({ cohortId, ...named }),
  output: z.object({ cohortId }),
  refusals: ['no-such-day', 'name-taken'],
});

/** Makes somebody of the school a student of a cohort. */
export const enrolStudent = command({
  name: 'people/enrol',
  action: 'cohort/enrol',
  input: z.object({ cohortId, personId }),
  output: z.object({}),
  refusals: ['nobody', 'already-in-it', 'in-another'],
});

/** From one cohort to another, and out of the first one's groups. */
export const moveStudent = command({
  name: 'people/move',
  action: 'cohort/run',
  input: z.object({ cohortId, personId, toCohortId: cohortId, reason }),
  output: z.object({}),
  refusals: ['not-in-it', 'already-in-it', 'gone'],
});

/** Ends it, with every right that it gave, on every line; what they made stays. */
export const takeOutStudent = command({
  name: 'people/take-out',
  action: 'cohort/run',
  input: z.object({ cohortId, personId, reason }),
  output: z.object({}),
  refusals: ['not-in-it'],
});
