import { sql } from 'drizzle-orm';
import type { Part } from '#shared/features/session/roster/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { BreakoutId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { msOf } from '../../../storage/moment.ts';

/** Somebody who holds a seat, also while their line is lost and the seat is held for them. */
export type Seated = {
  readonly sessionId: SessionId;
  readonly personId: PersonId;
  readonly displayName: string;
  readonly part: Part;
  /** The breakout that they are in; null: with all. */
  readonly breakoutId: BreakoutId | null;
  /** When they went there, or came back; null before they ever did. */
  readonly movedAt: Instant | null;
};

/** Who holds a seat in these sessions just now. */
export async function seatedIn(tx: Tx, sessions: readonly SessionId[]): Promise<Seated[]> {
  const { rows } = await tx.execute<Seated>(sql`
    select session_id as "sessionId", person_id as "personId", display_name as "displayName", part,
      breakout_id as "breakoutId", ${msOf(sql`moved_at`)} as "movedAt"
    from seat
    where session_id = any(${sql.param(sessions)}::uuid[]) and left_at is null`);
  return rows;
}

/** Sessions in which somebody holds a seat. */
export async function sessionsSatIn(tx: Tx): Promise<SessionId[]> {
  const { rows } = await tx.execute<{ sessionId: SessionId }>(
    sql`select distinct session_id as "sessionId" from seat where left_at is null`,
  );
  return rows.map(({ sessionId }) => sessionId);
}

/** Which of these are breakouts that are open. */
export async function breakoutsOpenAmong(
  tx: Tx,
  among: readonly BreakoutId[],
): Promise<ReadonlySet<BreakoutId>> {
  if (among.length === 0) return new Set();
  const { rows } = await tx.execute<{ id: BreakoutId }>(sql`
    select id from breakout
    where id = any(${sql.param(among)}::uuid[]) and closed_at is null`);
  return new Set(rows.map(({ id }) => id));
}

/** The sessions that these breakouts are of; none for what is no breakout. */
export async function sessionsOfBreakouts(
  tx: Tx,
  breakouts: readonly BreakoutId[],
): Promise<ReadonlyMap<BreakoutId, SessionId>> {
  const { rows } = await tx.execute<{ id: BreakoutId; sessionId: SessionId }>(sql`
    select id, session_id as "sessionId" from breakout
    where id = any(${sql.param(breakouts)}::uuid[])`);
  return new Map(rows.map(({ id, sessionId }) => [id, sessionId]));
}
