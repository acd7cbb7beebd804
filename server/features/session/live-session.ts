import { sql } from 'drizzle-orm';
import type { HandQueue } from '#shared/features/session/hand-queue/model.ts';
import type { RosterEntry } from '#shared/features/session/roster/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { AgendaItemId, BreakoutId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../storage/database.ts';
import { msOf } from '../../storage/moment.ts';
import { entryOf, SEAT, type SeatRow } from './roster/repository.ts';

/** A session's one locked row: whoever holds it is the only one who changes that session just now. */
export type LiveSession = {
  readonly sessionId: SessionId;
  readonly leadId: PersonId | null;
  readonly currentId: AgendaItemId | null;
  readonly since: Instant | null;
  readonly agendaVersion: number;
  readonly handQueue: HandQueue;
  /** Since when nobody new comes in, and since when teachers alone write in the chat; else null. */
  readonly lockedAt: Instant | null;
  readonly chatClosedAt: Instant | null;
  /** Of a session that is being ended for everybody, and when that takes effect; else null. */
  readonly endingBy: PersonId | null;
  readonly endsAt: Instant | null;
};

const LIVE = sql`live.session_id as "sessionId", live.lead_id as "leadId",
  live.current_item_id as "currentId", ${msOf(sql`live.current_since`)} as since,
  live.agenda_version as "agendaVersion", ${msOf(sql`live.locked_at`)} as "lockedAt",
  ${msOf(sql`live.chat_closed_at`)} as "chatClosedAt",
  live.hand_queue as "handQueue", live.ending_by as "endingBy", ${msOf(sql`live.ends_at`)} as "endsAt"`;

/** The row as this transaction sees it; null while nobody has ever come, nor changed the agenda. */
export async function readLive(tx: Tx, sessionId: SessionId): Promise<LiveSession | null> {
  const { rows } = await tx.execute<LiveSession>(
    sql`select ${LIVE} from session_live live where live.session_id = ${sessionId}`,
  );
  return rows[0] ?? null;
}

/** Locks the session's row until the transaction ends; null while nobody has ever come, nor changed the agenda. */
export async function lockLive(tx: Tx, sessionId: SessionId): Promise<LiveSession | null> {
  const { rows } = await tx.execute<LiveSession>(
    sql`select ${LIVE} from session_live live where live.session_id = ${sessionId} for update`,
  );
  return rows[0] ?? null;
}

/** The same for the first who comes, or changes the agenda before anybody has: makes the row where there is none. */
export async function lockOrOpenLive(tx: Tx, sessionId: SessionId): Promise<LiveSession> {
  const open = await lockLive(tx, sessionId);
  if (open) return open;
  await tx.execute(
    sql`insert into session_live (session_id) values (${sessionId}) on conflict do nothing`,
  );
  const opened = await lockLive(tx, sessionId);
  if (!opened) throw new Error('a live session vanished while it was opened');
  return opened;
}

export type AtSeat = {
  readonly live: LiveSession;
  readonly seat: RosterEntry;
  /** The breakout that it stands in; null: with all. */
  readonly breakoutId: BreakoutId | null;
};

/**
 * Locks the session's row and one person's seat in it; null for whoever holds no seat. One statement suffices
 * because both rows are locked: after a wait PostgreSQL reads locked rows anew, and only those.
 */
export async function lockAtSeat(
  tx: Tx,
  sessionId: SessionId,
  personId: PersonId,
): Promise<AtSeat | null> {
  const { rows } = await tx.execute<LiveSession & SeatRow & Pick<AtSeat, 'breakoutId'>>(sql`
    select ${LIVE}, ${SEAT}, seat.breakout_id as "breakoutId"
    from session_live live join seat on seat.session_id = live.session_id
    where live.session_id = ${sessionId} and seat.person_id = ${personId} and seat.left_at is null
    for update of live, seat`);
  const row = rows[0];
  return row ? { live: row, seat: entryOf(row), breakoutId: row.breakoutId } : null;
}
