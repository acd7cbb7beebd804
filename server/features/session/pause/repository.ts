import { sql } from 'drizzle-orm';
import type { PauseFact } from '#shared/features/session/pause/facts.ts';
import type { PauseChoice, QuietPause } from '#shared/features/session/pause/model.ts';
import { type Instant, MINUTE_MS } from '#shared/kernel/duration.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';
import { pauseMinutesOf } from '../../programme/public.ts';
import { takeOut } from '../afterwards/visits.ts';

/** Who is on pause in the session, the longest first. */
export async function pausesIn(tx: Tx, sessionId: SessionId): Promise<QuietPause[]> {
  const { rows } = await tx.execute<QuietPause>(sql`
    select person_id as "personId", ${msOf(sql`since`)} as since
    from quiet_pause where session_id = ${sessionId} order by quiet_pause.since, person_id`);
  return rows;
}

/** Keeps what has happened to pauses in a session whose row this transaction has locked. */
export async function savePauses(
  tx: Tx,
  sessionId: SessionId,
  facts: readonly PauseFact[],
): Promise<void> {
  for (const fact of facts) {
    if (fact.type === 'pause-started')
      await tx.execute(sql`
        insert into quiet_pause (session_id, person_id, since)
        values (${sessionId}, ${fact.personId}, ${momentOf(fact.at)})`);
    if (fact.type === 'pause-ended') await dropPause(tx, sessionId, fact);
  }
}

/** With it goes what it lasted beyond the course's limit, which is no time that one was there (PAUSE-6). */
async function dropPause(
  tx: Tx,
  sessionId: SessionId,
  { personId, at }: Extract<PauseFact, { type: 'pause-ended' }>,
): Promise<void> {
  const { rows } = await tx.execute<{ since: Instant }>(sql`
    delete from quiet_pause where session_id = ${sessionId} and person_id = ${personId}
    returning ${msOf(sql`since`)} as since`);
  const since = rows[0]?.since;
  if (since === undefined) return;
  const from = since + (await pauseMinutesOf(tx, sessionId)) * MINUTE_MS;
  await takeOut(tx, sessionId, { personId, from, to: at });
}

/** Keeps what somebody on pause says to the teachers. */
export async function saveChoice(
  tx: Tx,
  sessionId: SessionId,
  personId: PersonId,
  choice: PauseChoice | null,
): Promise<void> {
  await tx.execute(sql`
    update quiet_pause set choice = ${choice}
    where session_id = ${sessionId} and person_id = ${personId}`);
}

/** What those on pause have said. */
export async function choicesIn(
  tx: Tx,
  sessionId: SessionId,
): Promise<{ readonly personId: PersonId; readonly choice: PauseChoice }[]> {
  const { rows } = await tx.execute<{ personId: PersonId; choice: PauseChoice }>(sql`
    select person_id as "personId", choice from quiet_pause
    where session_id = ${sessionId} and choice is not null order by since, person_id`);
  return rows;
}

/** What this person, on pause, has said; null for whoever has said nothing. */
export async function choiceOf(
  tx: Tx,
  sessionId: SessionId,
  personId: PersonId,
): Promise<PauseChoice | null> {
  const { rows } = await tx.execute<{ choice: PauseChoice | null }>(sql`
    select choice from quiet_pause where session_id = ${sessionId} and person_id = ${personId}`);
  return rows[0]?.choice ?? null;
}

/** Whether anybody holds a seat in the session. */
export async function somebodySits(tx: Tx, sessionId: SessionId): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select from seat where session_id = ${sessionId} and left_at is null limit 1`);
  return rows.length > 0;
}
