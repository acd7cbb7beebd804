import { sql } from 'drizzle-orm';
import type { Tx } from '../../../storage/database.ts';
import { cohortsNamed } from '../../programme/public.ts';

/** One at a time: of two of the same name, the second is told so. */
export async function lockCohorts(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('cohort', 62))`);
}

/** COHORT-1: in whatever letters. */
export const isSameName = (one: string, other: string): boolean =>
  one.toLowerCase() === other.toLowerCase();

export async function isNameTaken(tx: Tx, name: string): Promise<boolean> {
  return (await cohortsNamed(tx)).some((one) => isSameName(one.name, name));
}
