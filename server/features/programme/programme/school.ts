import { sql } from 'drizzle-orm';
import type { Tx } from '../../../storage/database.ts';
import { schools } from './tables.ts';

export type SchoolKind = 'demo' | 'real';

/** One start at a time decides what a database becomes; the others wait for its commit. */
const SCHOOL_LOCK = 6_355_668;

/** Which school the database is; null for an empty one. Locks the answer until the transaction ends. */
export async function lockSchool(tx: Tx): Promise<SchoolKind | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(${SCHOOL_LOCK})`);
  const [school] = await tx.select({ kind: schools.kind }).from(schools);
  return school?.kind ?? null;
}

/** Makes an empty database a school, for life. */
export async function foundSchool(
  tx: Tx,
  school: { name: string; kind: 'demo'; anchor: string } | { name: string; kind: 'real' },
): Promise<void> {
  await tx.insert(schools).values(school);
}

/** Keeps the day (`YYYY-MM-DD`) that the demonstration's dates now stand around. */
export async function anchorSchool(tx: Tx, anchor: string): Promise<void> {
  await tx.update(schools).set({ anchor });
}
