import { pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core';
import type { AgendaItemId, SessionId } from '#shared/kernel/ids.ts';

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
