import { sql } from 'drizzle-orm';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf } from '../../../storage/moment.ts';

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
  },
): Promise<boolean> {
  const { sessionId, personId, by, at } = removal;
  const { rowCount } = await tx.execute(sql`
    insert into session_removal (session_id, person_id, by_id, at)
    values (${sessionId}, ${personId}, ${by}, ${momentOf(at)}) on conflict do nothing`);
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

/** Who is kept out of a session just now, the latest first. */
export async function keptOutOf(
  tx: Tx,
  sessionId: SessionId,
): Promise<{ readonly personId: PersonId; readonly displayName: string }[]> {
  const { rows } = await tx.execute<{ personId: PersonId; displayName: string }>(sql`
    select p.id as "personId", p.display_name as "displayName"
    from session_removal r join person p on p.id = r.person_id
    where r.session_id = ${sessionId} order by r.at desc, p.id`);
  return rows;
}
