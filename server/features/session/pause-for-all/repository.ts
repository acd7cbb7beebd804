import { sql } from 'drizzle-orm';
import type { PauseForAll } from '#shared/features/session/pause-for-all/model.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';

/** The session's pause for all, also when it is over: then the last one that was held. Null where none was. */
export async function pauseForAllOf(tx: Tx, sessionId: SessionId): Promise<PauseForAll | null> {
  const { rows } = await tx.execute<PauseForAll>(sql`
    select by_id as by, ${msOf(sql`started_at`)} as "startedAt", ${msOf(sql`ends_at`)} as "endsAt",
      (select count(*)::int from pause_ready r where r.session_id = p.session_id) as ready
    from pause_for_all p where p.session_id = ${sessionId}`);
  return rows[0] ?? null;
}

/** Keeps it, or that there is none. The session's row is locked. */
export async function savePauseForAll(
  tx: Tx,
  sessionId: SessionId,
  pause: PauseForAll | null,
): Promise<void> {
  if (!pause) {
    // Its marks go with it.
    await tx.execute(sql`delete from pause_for_all where session_id = ${sessionId}`);
    return;
  }
  const { by, startedAt, endsAt } = pause;
  await tx.execute(sql`
    insert into pause_for_all (session_id, by_id, started_at, ends_at)
    values (${sessionId}, ${by}, ${momentOf(startedAt)}, ${momentOf(endsAt)})
    on conflict (session_id) do update set
      by_id = excluded.by_id, started_at = excluded.started_at, ends_at = excluded.ends_at`);
}

/** Marks somebody as ready, or takes the mark away. */
export async function saveReady(
  tx: Tx,
  sessionId: SessionId,
  personId: PersonId,
  ready: boolean,
): Promise<void> {
  await tx.execute(
    ready
      ? sql`
        insert into pause_ready (session_id, person_id) values (${sessionId}, ${personId})
        on conflict do nothing`
      : sql`
        delete from pause_ready where session_id = ${sessionId} and person_id = ${personId}`,
  );
}

/** Takes the marks of these people away. Whether any of them had one. */
export async function forgetReady(
  tx: Tx,
  sessionId: SessionId,
  people: readonly PersonId[],
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    delete from pause_ready
    where session_id = ${sessionId} and person_id = any(${sql.param(people)}::uuid[])
    returning 1`);
  return rows.length > 0;
}

export async function isReady(tx: Tx, sessionId: SessionId, personId: PersonId): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select from pause_ready where session_id = ${sessionId} and person_id = ${personId}`);
  return rows.length > 0;
}
