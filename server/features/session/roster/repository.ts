import { type SQL, sql } from 'drizzle-orm';
import type { Part, Place, Presence, RosterEntry } from '#shared/features/session/roster/model.ts';
import { SEAT_HOLD_MS } from '#shared/features/session/roster/rules.ts';
import { type Instant, SECOND_MS } from '#shared/kernel/duration.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';

/** A row of `seat`, moments in milliseconds. */
export type SeatRow = {
  readonly personId: PersonId;
  readonly displayName: string;
  readonly part: Part;
  readonly expected: boolean;
  readonly place: Place;
  readonly sinceMs: Instant;
  readonly lostMs: Instant | null;
  readonly leftMs: Instant | null;
};

/** The columns of `SeatRow`, for a query that selects from `seat`. */
export const SEAT: SQL = sql`seat.person_id as "personId", seat.display_name as "displayName",
  seat.part, seat.expected, seat.place, ${msOf(sql`seat.since`)} as "sinceMs",
  ${msOf(sql`seat.lost_at`)} as "lostMs", ${msOf(sql`seat.left_at`)} as "leftMs"`;

export function entryOf(row: SeatRow): RosterEntry {
  const { personId, displayName, part, expected } = row;
  return { personId, displayName, part, expected, presence: presenceOf(row) };
}

function presenceOf({ place, sinceMs: since, lostMs, leftMs }: SeatRow): Presence {
  if (leftMs !== null) return { status: 'left', at: leftMs };
  if (lostMs !== null) return { status: 'lost', place, since, lostAt: lostMs };
  return { status: 'present', place, since };
}

/** Everybody who is or has been in the session. */
export async function allSeats(tx: Tx, sessionId: SessionId): Promise<RosterEntry[]> {
  const { rows } = await tx.execute<SeatRow>(
    sql`select ${SEAT} from seat where session_id = ${sessionId}`,
  );
  return rows.map(entryOf);
}

/** The seats of these people, as far as they have been here. */
export async function seatsOf(
  tx: Tx,
  sessionId: SessionId,
  people: readonly PersonId[],
): Promise<RosterEntry[]> {
  const { rows } = await tx.execute<SeatRow>(sql`
    select ${SEAT} from seat
    where session_id = ${sessionId} and person_id = any(${sql.param(people)}::uuid[])`);
  return rows.map(entryOf);
}

/** The seats of these people, and every seat that is held for a lost line. */
export async function seatsOfAndLost(
  tx: Tx,
  sessionId: SessionId,
  people: readonly PersonId[],
): Promise<RosterEntry[]> {
  const { rows } = await tx.execute<SeatRow>(sql`
    select ${SEAT} from seat
    where session_id = ${sessionId}
      and (person_id = any(${sql.param(people)}::uuid[]) or lost_at is not null)`);
  return rows.map(entryOf);
}

/** So much of a held seat's time must be left for a line to be let in without joining anew. */
const ADMISSION_MARGIN_MS = 2 * SECOND_MS;

/** Whether the person holds a seat that will still be held when the line opens. */
export async function holdsSeat(
  tx: Tx,
  sessionId: SessionId,
  personId: PersonId,
  now: Instant,
): Promise<boolean> {
  const lostAfter = momentOf(now - SEAT_HOLD_MS + ADMISSION_MARGIN_MS);
  const { rows } = await tx.execute(sql`
    select from seat
    where session_id = ${sessionId} and person_id = ${personId}
      and left_at is null and (lost_at is null or lost_at > ${lostAfter})`);
  return rows.length > 0;
}

/** Every seat that is held in any session. */
export async function allHeldSeats(
  tx: Tx,
): Promise<{ readonly sessionId: SessionId; readonly personId: PersonId }[]> {
  const { rows } = await tx.execute<{ sessionId: SessionId; personId: PersonId }>(sql`
    select session_id as "sessionId", person_id as "personId" from seat where left_at is null`);
  return rows;
}

/** Keeps entries with a seat, new ones and changed ones, in one statement. */
export async function saveSeats(
  tx: Tx,
  sessionId: SessionId,
  entries: readonly RosterEntry[],
): Promise<void> {
  const held = entries.map(heldRow).filter((row) => row !== null);
  const left = entries.map(leftRow).filter((row) => row !== null);
  if (held.length > 0) {
    await tx.execute(sql`
      insert into seat (session_id, person_id, display_name, part, expected, place, since, lost_at)
      select ${sessionId}, s."personId", s."displayName", s.part, s.expected, s.place,
        to_timestamp(s.since / 1000), to_timestamp(s."lostAt" / 1000)
      from jsonb_to_recordset(${JSON.stringify(held)}::jsonb) as s("personId" uuid,
        "displayName" text, part text, expected boolean, place text, since float8, "lostAt" float8)
      on conflict (session_id, person_id) do update set
        display_name = excluded.display_name, part = excluded.part, expected = excluded.expected,
        place = excluded.place, since = excluded.since, lost_at = excluded.lost_at, left_at = null`);
  }
  if (left.length > 0) {
    await tx.execute(sql`
      update seat set lost_at = null, left_at = to_timestamp(s.at / 1000)
      from jsonb_to_recordset(${JSON.stringify(left)}::jsonb) as s("personId" uuid, at float8)
      where seat.session_id = ${sessionId} and seat.person_id = s."personId"`);
  }
}

function heldRow({ presence, ...who }: RosterEntry) {
  if (presence.status !== 'present' && presence.status !== 'lost') return null;
  const { status: _, ...seat } = presence;
  return { ...who, ...seat };
}

function leftRow({ presence, personId }: RosterEntry) {
  return presence.status === 'left' ? { personId, at: presence.at } : null;
}

export async function saveLead(
  tx: Tx,
  sessionId: SessionId,
  leadId: PersonId | null,
): Promise<void> {
  await tx.execute(
    sql`update session_live set lead_id = ${leadId} where session_id = ${sessionId}`,
  );
}

/** How many are in just now; whose line is lost does not count. */
export async function countPresent(tx: Tx, sessionId: SessionId): Promise<number> {
  const { rows } = await tx.execute<{ present: number }>(sql`
    select count(*)::int as present from seat
    where session_id = ${sessionId} and left_at is null and lost_at is null`);
  return rows[0]?.present ?? 0;
}
