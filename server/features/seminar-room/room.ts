import { sql } from 'drizzle-orm';
import { seminarRoomChannel } from '#shared/features/seminar-room/channel.ts';
import type { ControlFact } from '#shared/features/seminar-room/facts.ts';
import { type Controls, FREE_ROOM } from '#shared/features/seminar-room/model.ts';
import { evolveControls } from '#shared/features/seminar-room/rules.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Publish } from '../../platform/handler.ts';
import type { Tx } from '../../storage/database.ts';
import { msOf } from '../../storage/moment.ts';

/**
 * What teachers have decided in a room; a room in which nobody has decided anything is free. A row of an earlier version
 * lacks what could not be decided then.
 */
export async function readControls(tx: Tx, sessionId: SessionId): Promise<Controls> {
  const { rows } = await tx.execute<{ controls: Controls }>(
    sql`select controls from seminar_room where session_id = ${sessionId}`,
  );
  return { ...FREE_ROOM, ...rows[0]?.controls };
}

/** The same, with the room locked until the transaction ends. Its changes happen one after the other. */
export async function lockControls(tx: Tx, sessionId: SessionId): Promise<Controls> {
  await tx.execute(sql`
    insert into seminar_room (session_id, controls)
    values (${sessionId}, ${JSON.stringify(FREE_ROOM)}::jsonb) on conflict do nothing`);
  const { rows } = await tx.execute<{ controls: Controls }>(
    sql`select controls from seminar_room where session_id = ${sessionId} for update`,
  );
  return { ...FREE_ROOM, ...rows[0]?.controls };
}

/** Keeps what was decided, and tells it. */
export async function keepControls(
  { tx, publish }: { readonly tx: Tx; readonly publish: Publish },
  sessionId: SessionId,
  before: Controls,
  facts: readonly ControlFact[],
): Promise<void> {
  if (facts.length === 0) return;
  const next = facts.reduce(evolveControls, before);
  await tx.execute(sql`
    update seminar_room set controls = ${JSON.stringify(next)}::jsonb where session_id = ${sessionId}`);
  publish(seminarRoomChannel, sessionId, facts);
}

/** Who has a line to the media server just now, the one who came first first. */
export async function connectedIn(
  tx: Tx,
  sessionId: SessionId,
): Promise<{ personId: PersonId; since: Instant }[]> {
  const { rows } = await tx.execute<{ personId: PersonId; since: Instant }>(sql`
    select person_id as "personId", ${msOf(sql`min(joined_at)`)} as since
    from media_interval where session_id = ${sessionId} and left_at is null
    group by person_id order by min(joined_at), person_id`);
  return rows;
}
