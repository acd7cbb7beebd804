import { boolean, integer, jsonb, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core';
import type { SessionKind } from '#shared/features/programme/calendar/model.ts';
import type { GuestAs } from '#shared/features/programme/invitation/model.ts';
import type { WrittenNotes } from '#shared/features/programme/session-notes/model.ts';
import type {
  CohortId,
  CourseId,
  GroupId,
  PersonId,
  SeriesId,
  SessionId,
} from '#shared/kernel/ids.ts';
import { moment } from '../../../storage/moment.ts';

/** A planned live online meeting (økt). What happens while it is live belongs to the session slice. */
export const sessions = pgTable('session', {
  id: uuid().$type<SessionId>().primaryKey(),
  courseId: uuid('course_id').$type<CourseId>().notNull(),
  cohortId: uuid('cohort_id').$type<CohortId>().notNull(),
  groupId: uuid('group_id').$type<GroupId>(),
  title: text().notNull(),
  kind: text().$type<SessionKind>().notNull().default('teaching'),
  notes: jsonb()
    .$type<WrittenNotes>()
    .notNull()
    .default({ topics: '', workingForm: '', voluntary: '', alternatives: '' }),
  notesVersion: integer('notes_version').notNull().default(0),
  startsAt: moment('starts_at').notNull(),
  endsAt: moment('ends_at').notNull(),
  cancelledAt: moment('cancelled_at'),
  endedAt: moment('ended_at'),
  deletedAt: moment('deleted_at'),
  /** Of those that were planned as one, week after week. */
  seriesId: uuid('series_id').$type<SeriesId>(),
  room: text().notNull().default(''),
  cancelReason: text('cancel_reason').notNull().default(''),
  /** When it was to begin before it was moved. */
  movedFrom: moment('moved_from'),
  /** Rises by one with each change of the plan. */
  planVersion: integer('plan_version').notNull().default(0),
});

/** The assigned teachers; 0 is first, who leads when several are there at the start. */
export const sessionTeachers = pgTable('session_teacher', {
  sessionId: uuid('session_id').$type<SessionId>().notNull(),
  personId: uuid('person_id').$type<PersonId>().notNull(),
  position: smallint().notNull(),
  isSubstitute: boolean('is_substitute').notNull().default(false),
});

export const sessionInvitations = pgTable('session_invitation', {
  sessionId: uuid('session_id').$type<SessionId>().notNull(),
  personId: uuid('person_id').$type<PersonId>().notNull(),
  untilAt: moment('until_at').notNull(),
  guestAs: text('guest_as').$type<GuestAs>(),
});
