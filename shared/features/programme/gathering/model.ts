import type { Instant } from '#shared/kernel/duration.ts';
import type { GatheringId } from '#shared/kernel/ids.ts';

/** A gathering with one subject's relations to those who are gathered, read in the same transaction. */
export type GatheringStanding = {
  readonly gatheringId: GatheringId;
  readonly title: string;
  readonly place: string;
  readonly mandatory: boolean;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** A student just now of a cohort whose gathering it is. */
  readonly inCohort: boolean;
  /** Assigned to some session of such a cohort. */
  readonly teachesCohort: boolean;
};
