import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { customType } from 'drizzle-orm/pg-core';
import type { Instant } from '#shared/kernel/duration.ts';

/** A `timestamptz` column that is milliseconds since the epoch in TypeScript. */
export const moment = customType<{ data: Instant; driverData: string }>({
  dataType: () => 'timestamptz',
  toDriver: (ms) => new Date(ms).toISOString(),
  fromDriver: (text) => Date.parse(text),
});

/** A moment as a value in hand-written SQL. */
export function momentOf(ms: Instant): SQL {
  return sql`${new Date(ms).toISOString()}::timestamptz`;
}

/** A moment out of hand-written SQL, as milliseconds; null stays null. */
export function msOf(expression: SQLWrapper): SQL<Instant> {
  return sql<Instant>`(extract(epoch from ${expression}) * 1000)::float8`;
}
