import { bigint, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Language } from '#shared/features/identity/sign-in/model.ts';
import type { MessageId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import { moment } from '../../../storage/moment.ts';

export const chatMessages = pgTable('chat_message', {
  id: uuid().$type<MessageId>().primaryKey(),
  sessionId: uuid('session_id').$type<SessionId>().notNull(),
  /** The order of the channel's revisions. */
  nth: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
  /** Who wrote it, with the name of then. */
  personId: uuid('person_id').$type<PersonId>().notNull(),
  displayName: text('display_name').notNull(),
  at: moment().notNull(),
  /** Empty while deleted. */
  text: text().notNull(),
  /** Of the writer's interface then; null where nobody has said. */
  lang: text().$type<Language>(),
  replyTo: uuid('reply_to').$type<MessageId>(),
  editedAt: moment('edited_at'),
  deletedAt: moment('deleted_at'),
  /** Its words lie in `hiddenText` then, unless they were taken back. */
  hiddenAt: moment('hidden_at'),
  hiddenText: text('hidden_text'),
  /** Of the words that were taken back, under a key that is not here (words-fingerprint.ts). */
  deletedFingerprint: text('deleted_fingerprint'),
});
