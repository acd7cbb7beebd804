import { boolean, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Language } from '#shared/features/identity/sign-in/model.ts';
import type { Role } from '#shared/wire/access.ts';

export type Place = 'home' | 'trondheim' | 'kristiansand';
export type PersonStatus = 'active' | 'suspended';

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** better-auth's `user`. */
export const person = pgTable('person', {
  id: uuid().primaryKey(),
  /** Lower case, always. */
  email: text().notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  displayName: text('display_name').notNull(),
  givenName: text('given_name').notNull(),
  /** The school's own names, while the person is shown as something else (docs/rules/names.md, PROFILE-5). */
  registeredName: text('registered_name'),
  registeredGivenName: text('registered_given_name'),
  pronouns: text().notNull().default(''),
  place: text().$type<Place>().notNull().default('home'),
  language: text().$type<Language>().notNull().default('nb'),
  status: text().$type<PersonStatus>().notNull().default('active'),
  image: text(),
  createdAt: moment('created_at').notNull().defaultNow(),
  updatedAt: moment('updated_at').notNull().defaultNow(),
});

export const roleHeld = pgTable(
  'role_held',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    role: text().$type<Role>().notNull(),
    /** From this moment the role gives nothing; null has no end. */
    until: moment('until'),
  },
  (table) => [primaryKey({ columns: [table.personId, table.role] })],
);
