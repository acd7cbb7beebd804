import { integer, jsonb, pgTable, uuid } from 'drizzle-orm/pg-core';
import type { HandQueue } from '#shared/features/session/hand-queue/model.ts';
import type { AgendaItemId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import { moment } from '../../storage/moment.ts';

/** What changes together while a session is live; its row's lock puts a session's changes in order. */
export const liveSessions = pgTable('session_live', {
  sessionId: uuid('session_id').$type<SessionId>().primaryKey(),
  leadId: uuid('lead_id').$type<PersonId>(),
  currentItemId: uuid('current_item_id').$type<AgendaItemId>(),
  currentSince: moment('current_since'),
  agendaVersion: integer('agenda_version').notNull().default(0),
  endingBy: uuid('ending_by').$type<PersonId>(),
  endsAt: moment('ends_at'),
  handQueue: jsonb('hand_queue').$type<HandQueue>().notNull(),
});
