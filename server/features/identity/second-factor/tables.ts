import {
  bigint,
  customType,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { person } from '../person/tables.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });
const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });
const personId = () => uuid('person_id').references(() => person.id, { onDelete: 'cascade' });

/** An app that makes codes; not confirmed before one of them has come back. */
export const authenticatorApp = pgTable('authenticator_app', {
  personId: personId().primaryKey(),
  /** Sealed (sealed.ts). */
  secret: bytes().notNull(),
  /** The half minute whose code was used last. */
  lastStep: bigint('last_step', { mode: 'number' }).notNull().default(0),
  confirmedAt: moment('confirmed_at'),
});

/** The unused codes of a person's sheet. */
export const paperCode = pgTable(
  'paper_code',
  { personId: personId().notNull(), codeHash: text('code_hash').notNull() },
  (table) => [primaryKey({ columns: [table.personId, table.codeHash] })],
);

export const passkey = pgTable('passkey', {
  id: uuid().primaryKey(),
  personId: personId().notNull(),
  credentialId: text('credential_id').notNull().unique(),
  publicKey: bytes('public_key').notNull(),
  counter: bigint({ mode: 'number' }).notNull(),
  transports: text().array().notNull(),
  name: text().notNull(),
  createdAt: moment('created_at').notNull(),
  lastUsedAt: moment('last_used_at'),
});

/** What a browser was asked to sign. */
export const passkeyChallenge = pgTable('passkey_challenge', {
  challengeHash: text('challenge_hash').primaryKey(),
  /** For a new key: whose. */
  personId: personId(),
  expiresAt: moment('expires_at').notNull(),
});

/** Somebody who has shown one thing alone. */
export const halfSignIn = pgTable('half_sign_in', {
  id: uuid().primaryKey(),
  personId: personId().notNull(),
  tokenHash: text('token_hash').notNull().unique(),
  expiresAt: moment('expires_at').notNull(),
});
