import { sql } from 'drizzle-orm';
import type { GuestAs } from '#shared/features/programme/invitation/model.ts';
import { takesPart } from '#shared/features/session/roster/rules.ts';
import type { HeldRound } from '#shared/features/session/round/model.ts';
import type { Here } from '#shared/features/session/round/rules.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { dropUnfinished } from './voice-notes/repository.ts';

/** The round that goes on in the session, with its turns to come; null where none does. */
export async function roundOf(tx: Tx, sessionId: SessionId): Promise<HeldRound | null> {
  const { rows } = await tx.execute<HeldRound>(sql`
    select round, to_come as "toCome" from round where session_id = ${sessionId}`);
  return rows[0] ?? null;
}

/** Keeps it, or that there is none. What its holder was sending goes with their turn. The session's row is locked. */
export async function saveRound(
  tx: Tx,
  sessionId: SessionId,
  held: HeldRound | null,
): Promise<void> {
  await tx.execute(
    held
      ? sql`
        insert into round (session_id, by_id, round, to_come)
        values (${sessionId}, ${held.round.by}, ${JSON.stringify(held.round)}::jsonb, ${JSON.stringify(held.toCome)}::jsonb)
        on conflict (session_id) do update set round = excluded.round, to_come = excluded.to_come`
      : sql`delete from round where session_id = ${sessionId}`,
  );
  if (held) await dropUnfinished(tx, sessionId, held.round.turn?.personId ?? null);
}

/** Who sits in the session, takes part in it and has not stepped away, as they stand in the list of people. */
export async function hereIn(tx: Tx, sessionId: SessionId): Promise<Here> {
  const { rows } = await tx.execute<{ personId: PersonId; guestAs: GuestAs | null }>(sql`
    select seat.person_id as "personId", seat.guest_as as "guestAs" from seat
    where seat.session_id = ${sessionId} and seat.left_at is null
      and not exists (
        select from quiet_pause p
        where p.session_id = seat.session_id and p.person_id = seat.person_id)
    order by seat.part = 'teacher' desc, coalesce(seat.called_name, seat.display_name), seat.person_id`);
  return new Set(rows.filter(takesPart).map(({ personId }) => personId));
}
