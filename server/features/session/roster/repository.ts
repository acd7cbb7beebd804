import { type SQL, sql } from 'drizzle-orm';
import type { PictureId } from '#shared/features/identity/profile/model.ts';
import type { GuestAs } from '#shared/features/programme/invitation/model.ts';
import type {
  Part,
  Place,
  Presence,
  RosterEntry,
  ShownAs,
} from '#shared/features/session/roster/model.ts';
import { SEAT_HOLD_MS } from '#shared/features/session/roster/rules.ts';
import { type Instant, SECOND_MS } from '#shared/kernel/duration.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { msOf } from '../../../storage/moment.ts';
import { together } from '../../../storage/together.ts';

/** A row of `seat`, moments in milliseconds. */
export type SeatRow = {
  readonly personId: PersonId;
  readonly displayName: string;
  readonly calledName: string | null;
  readonly pronouns: string;
  readonly picture: PictureId | null;
  readonly part: Part;
  readonly guestAs: GuestAs | null;
  readonly expected: boolean;
  readonly place: Place;
  readonly sinceMs: Instant;
  readonly lostMs: Instant | null;
  readonly leftMs: Instant | null;
};

/** The columns of `SeatRow`, for a query that selects from `seat`. */
export const SEAT: SQL = sql`seat.person_id as "personId", seat.display_name as "displayName",
  seat.called_name as "calledName", seat.pronouns, seat.picture, seat.part, seat.guest_as as "guestAs",
  seat.expected, seat.place, ${msOf(sql`seat.since`)} as "sinceMs",
  ${msOf(sql`seat.lost_at`)} as "lostMs", ${msOf(sql`seat.left_at`)} as "leftMs"`;

export function entryOf(row: SeatRow): RosterEntry {
  const { personId, part, guestAs, expected } = row;
  const as = guestAs && { guestAs };
  return { personId, ...shownOf(row), part, ...as, expected, presence: presenceOf(row) };
}

/** What others were told that the person is shown as. */
export function shownOf(
  row: Pick<SeatRow, 'displayName' | 'calledName' | 'pronouns' | 'picture'>,
): ShownAs {
  const { displayName, calledName, pronouns, picture } = row;
  return {
    displayName,
    ...(calledName === null ? {} : { calledName }),
    ...(pronouns === '' ? {} : { pronouns }),
    ...(picture === null ? {} : { picture }),
  };
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

const heldSeat = together(
  { session: 'uuid', person: 'uuid', lost_after: 'timestamptz' },
  sql<object>`
    select from seat
    where session_id = asked.session and person_id = asked.person
      and left_at is null and (lost_at is null or lost_at > asked.lost_after)`,
);

/** Whether the person holds a seat that will still be held when the line opens. */
export async function holdsSeat(
  tx: Tx,
  session: SessionId,
  person: PersonId,
  now: Instant,
): Promise<boolean> {
  const lost_after = new Date(now - SEAT_HOLD_MS + ADMISSION_MARGIN_MS).toISOString();
  return (await heldSeat(tx, { session, person, lost_after })) !== null;
}

/** Whether the person has ever sat in the session. */
export async function hasHeldSeat(
  tx: Tx,
  sessionId: SessionId,
  personId: PersonId,
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select from seat where session_id = ${sessionId} and person_id = ${personId}`);
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
      insert into seat (session_id, person_id, display_name, called_name, pronouns, picture, part,
        guest_as, expected, place, since, lost_at, line_id)
      select ${sessionId}, s."personId", s."displayName", s."calledName",
        coalesce(s.pronouns, ''), s.picture, s.part, s."guestAs", s.expected, s.place,
        to_timestamp(s.since / 1000), to_timestamp(s."lostAt" / 1000),
        -- What was written to the teachers from the lobby goes on where it was.
        coalesce(waited.line_id, gen_random_uuid())
      from jsonb_to_recordset(${JSON.stringify(held)}::jsonb) as s("personId" uuid,
        "displayName" text, "calledName" text, pronouns text, picture uuid, part text,
        "guestAs" text, expected boolean, place text, since float8, "lostAt" float8)
        left join lobby_place waited
          on waited.session_id = ${sessionId} and waited.person_id = s."personId"
      on conflict (session_id, person_id) do update set
        display_name = excluded.display_name, called_name = excluded.called_name,
        pronouns = excluded.pronouns, picture = excluded.picture, part = excluded.part,
        guest_as = excluded.guest_as, expected = excluded.expected, place = excluded.place,
        since = excluded.since, lost_at = excluded.lost_at, left_at = null, dropped = false`);
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

/** How many are in, as the room counts them: a seat that is held for a line is taken (ROSTER-5). */
export async function countSeated(tx: Tx, sessionId: SessionId): Promise<number> {
  const { rows } = await tx.execute<{ seated: number }>(sql`
    select count(*)::int as seated from seat
    where session_id = ${sessionId} and left_at is null`);
  return rows[0]?.seated ?? 0;
}
