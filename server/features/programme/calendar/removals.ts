import { type SQL, sql } from 'drizzle-orm';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';

/**
 * Keeps somebody out of a session from now on. Their rights there end with this commit, on every line.
 * @returns whether they were not kept out already
 */
export async function keepOut(
  tx: Tx,
  removal: {
    readonly sessionId: SessionId;
    readonly personId: PersonId;
    readonly by: PersonId;
    readonly at: Instant;
    /** For whoever is kept out; may be empty. */
    readonly words: string;
  },
): Promise<boolean> {
  const { sessionId, personId, by, at, words } = removal;
  const { rowCount } = await tx.execute(sql`
    insert into session_removal (session_id, person_id, by_id, at, words)
    values (${sessionId}, ${personId}, ${by}, ${momentOf(at)}, ${words}) on conflict do nothing`);
  return rowCount === 1;
}

/** Undoes it. @returns whether they were kept out */
export async function letBackIn(
  tx: Tx,
  sessionId: SessionId,
  personId: PersonId,
): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    delete from session_removal where session_id = ${sessionId} and person_id = ${personId}`);
  return rowCount === 1;
}

/** Who is kept out of a session, by whom, and since when. */
export type Removal = {
  readonly at: Instant;
  readonly personId: PersonId;
  readonly displayName: string;
  readonly byId: PersonId;
  readonly byName: string;
  readonly words: string;
};

/** Who is kept out of a session just now, the latest first. */
export async function keptOutOf(tx: Tx, sessionId: SessionId): Promise<readonly Removal[]> {
  return removalsWhere(tx, sql`r.session_id = ${sessionId}`);
}

/** Whether this person is kept out of this session just now. */
export async function removalOf(
  tx: Tx,
  sessionId: SessionId,
  personId: PersonId,
): Promise<Removal | null> {
  const where = sql`r.session_id = ${sessionId} and r.person_id = ${personId}`;
  return (await removalsWhere(tx, where))[0] ?? null;
}

async function removalsWhere(tx: Tx, where: SQL): Promise<readonly Removal[]> {
  const { rows } = await tx.execute<Removal>(sql`
    select ${msOf(sql`r.at`)} as at, p.id as "personId", p.display_name as "displayName",
      by_.id as "byId", by_.display_name as "byName", r.words
    from session_removal r
      join person p on p.id = r.person_id
      join person by_ on by_.id = r.by_id
    where ${where} order by r.at desc, p.id`);
  return rows;
}
