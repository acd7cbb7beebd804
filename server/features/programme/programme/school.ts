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

/** What the school says of itself. An unfounded one is a test's, and stands as a real one that has said nothing. */
export async function schoolCard(
  tx: Tx,
): Promise<{ readonly kind: SchoolKind; readonly name: string; readonly contact: string }> {
  const { kind, name, contact } = schools;
  const [school] = await tx.select({ kind, name, contact }).from(schools);
  return school ?? { kind: 'real', name: '', contact: '' };
}

/** What the school has said that it is called; null until it has. */
export async function schoolName(tx: Tx): Promise<string | null> {
  const { name, contact } = await schoolCard(tx);
  return contact === '' ? null : name;
}

export async function saveSchoolCard(
  tx: Tx,
  card: { readonly name: string; readonly contact: string },
): Promise<void> {
  await tx.update(schools).set(card);
}

/** Keeps the day (`YYYY-MM-DD`) that the demonstration's dates now stand around. */
export async function anchorSchool(tx: Tx, anchor: string): Promise<void> {
  await tx.update(schools).set({ anchor });
}
