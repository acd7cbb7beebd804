import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import type { CohortStanding } from '../cohort/model.ts';

export const GROUP_NAME_MAX = 60;
/** Of one cohort. */
export const GROUPS_MAX = 60;

export const groupOfCohort = z.object({
  groupId: id<'group'>(),
  name: z.string(),
  /** Over: it keeps who was in it and what it made, and is offered for nothing new. */
  archived: z.boolean(),
});
export type GroupOfCohort = z.infer<typeof groupOfCohort>;

/** A group, with its cohort as who asks stands to it. */
export type GroupStanding = GroupOfCohort & Pick<CohortStanding, 'cohortId' | 'teachesCohort'>;
