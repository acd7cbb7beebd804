import { boolean, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { CohortId, GatheringId } from '#shared/kernel/ids.ts';
import { moment } from '../../../storage/moment.ts';

export const gatherings = pgTable('gathering', {
  id: uuid().$type<GatheringId>().primaryKey(),
  title: text().notNull(),
  place: text().notNull(),
  mandatory: boolean().notNull(),
  startsAt: moment('starts_at').notNull(),
  endsAt: moment('ends_at').notNull(),
});

/** Whose gathering it is; several cohorts may meet at the same one. */
export const gatheringCohorts = pgTable('gathering_cohort', {
  gatheringId: uuid('gathering_id').$type<GatheringId>().notNull(),
  cohortId: uuid('cohort_id').$type<CohortId>().notNull(),
});
