import { boolean, date, integer, numeric, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { CHAT_KEPT_DAYS } from '#shared/features/programme/keeping/rules.ts';
import type { CourseId, Id } from '#shared/kernel/ids.ts';

/** One row for life: which school this data folder is, and whether it is the demonstration. */
export const schools = pgTable('school', {
  one: boolean().primaryKey().default(true),
  name: text().notNull(),
  /** Where one writes to ask what it holds about oneself; empty until it says so. */
  contact: text().notNull().default(''),
  kind: text({ enum: ['demo', 'real'] }).notNull(),
  /** `YYYY-MM-DD` in Oslo, in a demonstration alone. */
  anchor: date({ mode: 'string' }),
});

/** The study plan. */
export const programmes = pgTable('programme', {
  id: uuid().$type<Id<'programme'>>().primaryKey(),
  name: text().notNull(),
  degree: text().notNull(),
});

export const courses = pgTable('course', {
  id: uuid().$type<CourseId>().primaryKey(),
  programmeId: uuid('programme_id').$type<Id<'programme'>>().notNull(),
  code: text().notNull(),
  title: text().notNull(),
  credits: numeric({ precision: 4, scale: 1, mode: 'number' }).notNull(),
  kind: text({ enum: ['theory', 'practice'] }).notNull(),
  /** The term in which full-time students take it. */
  term: text({ enum: ['autumn', 'spring'] }).notNull(),
  themes: text().array().notNull(),
  /** Days after a session that its chat is kept; null: until the cohort's study ends. */
  chatKeptDays: integer('chat_kept_days').default(CHAT_KEPT_DAYS),
});
