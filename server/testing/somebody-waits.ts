import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import type { Database } from '../storage/database.ts';
import { until } from './until.ts';

/** Resolves when a connection of this database, or several, wait for a lock. */
export async function somebodyWaits(database: Database, atLeast = 1): Promise<void> {
  await until(async () => {
    const { rows } = await database.execute(sql`
      select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
    expect(rows.length).toBeGreaterThanOrEqual(atLeast);
  });
}
