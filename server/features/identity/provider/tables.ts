import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { person } from '../person/tables.ts';

/** Somebody on the way to the provider and back. */
export const providerTry = pgTable('provider_try', {
  stateHash: text('state_hash').primaryKey(),
  browserHash: text('browser_hash').notNull(),
  nonce: text().notNull(),
  verifier: text().notNull(),
  /** Whose account is to be linked; null where somebody wants in. */
  personId: uuid('person_id').references(() => person.id, { onDelete: 'cascade' }),
  target: text().notNull(),
  expiresAt: timestamp('expires_at', { withTimezone: true, precision: 3 }).notNull(),
});
