import { boolean, jsonb, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core';
import type { PlannedItem } from '#shared/features/session/agenda/model.ts';
import type {
  AgendaItemId,
  AgendaTemplateId,
  CourseId,
  PersonId,
  SessionId,
} from '#shared/kernel/ids.ts';

/** A session's timed items; position 0 is first. */
export const agendaItems = pgTable('agenda_item', {
  id: uuid().$type<AgendaItemId>().primaryKey(),
  sessionId: uuid('session_id').$type<SessionId>().notNull(),
  position: smallint().notNull(),
  title: text().notNull(),
  about: text().notNull().default(''),
  minutes: smallint().notNull(),
  kind: text({ enum: ['item', 'pause'] })
    .notNull()
    .default('item'),
});

/** Agendas that are kept to begin others from. */
export const agendaTemplates = pgTable('agenda_template', {
  id: uuid().$type<AgendaTemplateId>().primaryKey(),
  courseId: uuid('course_id').$type<CourseId>().notNull(),
  personId: uuid('person_id').$type<PersonId>(),
  ofCourse: boolean('of_course').notNull(),
  name: text().notNull(),
  items: jsonb().$type<readonly PlannedItem[]>().notNull(),
});
