import { sql } from 'drizzle-orm';
import type { Admission } from '#shared/features/programme/calendar/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf } from '../../../storage/moment.ts';

/** Keeps what a host says about these people and the session's door. It holds from this commit on, on every line of theirs. */
export async function saveAdmissions(
  tx: Tx,
  said: {
    readonly sessionId: SessionId;
    readonly people: readonly PersonId[];
    readonly verdict: Admission;
    readonly by: PersonId;
    readonly at: Instant;
  },
): Promise<void> {
  const { sessionId, people, verdict, by, at } = said;
  // In one order for everybody: each row asks a person's lines again, and locks that person's version.
  await tx.execute(sql`
    insert into session_admission (session_id, person_id, verdict, by_id, at)
    select ${sessionId}, person_id, ${verdict}, ${by}, ${momentOf(at)}
    from unnest(${sql.param(people)}::uuid[]) as named(person_id) order by person_id
    on conflict (session_id, person_id) do update
      set verdict = excluded.verdict, by_id = excluded.by_id, at = excluded.at`);
}

/** Who of these was sent back to the lobby, and has not been let in since. */
export async function sentBackOf(
  tx: Tx,
  sessionId: SessionId,
  people: readonly PersonId[],
): Promise<PersonId[]> {
  const { rows } = await tx.execute<{ personId: PersonId }>(sql`
    select person_id as "personId" from session_admission
    where session_id = ${sessionId} and verdict = 'sent-back'
      and person_id = any(${sql.param(people)}::uuid[])`);
  return rows.map(({ personId }) => personId);
}
