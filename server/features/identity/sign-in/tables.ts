import { boolean, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Role } from '#shared/wire/access.ts';
import { person } from '../person/tables.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });
const personId = () =>
  uuid('person_id')
    .notNull()
    .references(() => person.id, { onDelete: 'cascade' });

/** better-auth's `session`: a person's way in, on one browser. */
export const signIn = pgTable('sign_in', {
  id: uuid().primaryKey(),
  personId: personId(),
  /** SHA-256 of the token that the cookie carries, in base64url. */
  tokenHash: text('token_hash').notNull().unique(),
  /** Browser and system in words. */
  device: text().notNull().default(''),
  expiresAt: moment('expires_at').notNull(),
  /** A guest's ends then, however much it is used; null for everybody else. */
  until: moment('until'),
  createdAt: moment('created_at').notNull(),
  /** When the person last showed, within it, who they are; null: when it began. */
  provedAt: moment('proved_at'),
  /** Whether a second factor was shown within it, or the school asks nobody. Without, it carries no role that asks for one. */
  secondFactor: boolean('second_factor').notNull().default(false),
  /** When it was last seen, to the minute. */
  updatedAt: moment('updated_at').notNull(),
});

/** better-auth's `account`: a password, later an account at another provider. */
export const credential = pgTable('credential', {
  id: uuid().primaryKey(),
  personId: personId(),
  providerId: text('provider_id').notNull(),
  accountId: text('account_id').notNull(),
  password: text(),
  accessToken: text('access_token'),
  refreshToken: text('refresh_token'),
  idToken: text('id_token'),
  accessTokenExpiresAt: moment('access_token_expires_at'),
  refreshTokenExpiresAt: moment('refresh_token_expires_at'),
  scope: text(),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
});

/** Mailed codes on their way: a keyed hash and the number of tries. */
export const verification = pgTable('verification', {
  /** No UUID: better-auth takes some of them from what they guard. */
  id: text().primaryKey(),
  identifier: text().notNull(),
  value: text().notNull(),
  expiresAt: moment('expires_at').notNull(),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
});

/** A way into the demonstration school, drawn on its sign-in page. */
export const door = pgTable('door', {
  id: text().primaryKey(),
  position: integer().notNull(),
  personId: personId(),
  role: text().$type<Role>().notNull(),
});
