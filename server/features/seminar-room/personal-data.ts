import { sql } from 'drizzle-orm';
import type { Controls } from '#shared/features/seminar-room/model.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../storage/database.ts';
import { msOf } from '../../storage/moment.ts';

/** Our tables that name a person. */
export const PERSONAL_TABLES = ['media_interval', 'seminar_room'] as const;

/** What we hold about a person: where and when they could be seen and heard. Never what was said or shown. */
export async function exportPersonalData(
  tx: Tx,
  personId: PersonId,
): Promise<{ readonly intervals: readonly object[] }> {
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    select session_id as "sessionId", nullif(room_id, session_id) as "breakoutId",
      ${msOf(sql`joined_at`)} as "joinedAt", ${msOf(sql`left_at`)} as "leftAt"
    from media_interval where person_id = ${personId} order by joined_at`);
  return { intervals: rows };
}

/** Takes the person out of every room: the times, and what teachers had decided about them. */
export async function erasePersonalData(tx: Tx, personId: PersonId): Promise<void> {
  await tx.execute(sql`delete from media_interval where person_id = ${personId}`);
  const { rows } = await tx.execute<{ sessionId: SessionId; controls: Controls }>(sql`
    select session_id as "sessionId", controls from seminar_room
    where controls::text like ${`%${personId}%`} order by session_id for update`);
  for (const { sessionId, controls } of rows) {
    await tx.execute(sql`
      update seminar_room set controls = ${JSON.stringify(without(controls, personId))}::jsonb
      where session_id = ${sessionId}`);
  }
}

function without(room: Controls, personId: PersonId): Controls {
  return {
    ...room,
    spotlightId: room.spotlightId === personId ? null : room.spotlightId,
    screenAllowed: room.screenAllowed.filter((one) => one !== personId),
    asks: room.asks.filter((ask) => ask.personId !== personId && ask.by !== personId),
  };
}
