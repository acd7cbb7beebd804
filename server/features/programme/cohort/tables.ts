import { date, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { CohortId, GroupId, Id, PersonId } from '#shared/kernel/ids.ts';
import { moment } from '../../../storage/moment.ts';

export const cohorts = pgTable('cohort', {
  id: uuid().$type<CohortId>().primaryKey(),
  programmeId: uuid('programme_id').$type<Id<'programme'>>().notNull(),
  name: text().notNull(),
  mode: text({ enum: ['full-time', 'part-time'] }).notNull(),
  /** `YYYY-MM-DD`. */
  startsOn: date('starts_on', { mode: 'string' }).notNull(),
});

/** Somebody is a student of a cohort from one moment until another; one row for each time. */
export const enrolments = pgTable('enrolment', {
  personId: uuid('person_id').$type<PersonId>().notNull(),
  cohortId: uuid('cohort_id').$type<CohortId>().notNull(),
  fromAt: moment('from_at').notNull(),
  untilAt: moment('until_at'),
});

export const groups = pgTable('student_group', {
  id: uuid().$type<GroupId>().primaryKey(),
  cohortId: uuid('cohort_id').$type<CohortId>().notNull(),
  name: text().notNull(),
});

export const groupMembers = pgTable('group_member', {
  groupId: uuid('group_id').$type<GroupId>().notNull(),
  personId: uuid('person_id').$type<PersonId>().notNull(),
  fromAt: moment('from_at').notNull(),
  untilAt: moment('until_at'),
});
