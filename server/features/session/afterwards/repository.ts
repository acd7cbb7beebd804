import { sql } from 'drizzle-orm';
import { DOOR_CLOSES_AFTER_MS } from '#shared/features/programme/calendar/model.ts';
import { notReached } from '#shared/features/session/afterwards/rules.ts';
import type { AgendaItem } from '#shared/features/session/agenda/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';
import { stepsOf } from './steps.ts';

/** Sessions of the same people in the same course, `other` beside `s`. */
const SAME = sql`other.course_id = s.course_id and other.cohort_id = s.cohort_id
  and other.group_id is not distinct from s.group_id
  and other.deleted_at is null and other.cancelled_at is null`;

export type NextSession = {
  readonly sessionId: SessionId;
  readonly title: string;
  readonly startsAt: Instant;
  readonly fromId: SessionId | null;
};

/** The next session of the same people in the same course; null where none is planned any more. */
export async function nextSession(
  tx: Tx,
  sessionId: SessionId,
  now: Instant,
): Promise<NextSession | null> {
  const { rows } = await tx.execute<NextSession>(sql`
    select other.id as "sessionId", other.title, ${msOf(sql`other.starts_at`)} as "startsAt",
      b.from_id as "fromId"
    from session s join session other on ${SAME} and other.starts_at > s.starts_at
      left join session_beginning b on b.session_id = other.id
    where s.id = ${sessionId} and other.ended_at is null
      and other.ends_at > ${momentOf(now - DOOR_CLOSES_AFTER_MS)}
    order by other.starts_at, other.id limit 1`);
  return rows[0] ?? null;
}

/** The session of the same people in the same course that came last before this one; null for the first. */
export async function sessionBefore(tx: Tx, sessionId: SessionId): Promise<SessionId | null> {
  const { rows } = await tx.execute<{ id: SessionId }>(sql`
    select other.id from session s join session other on ${SAME} and other.starts_at < s.starts_at
    where s.id = ${sessionId}
    order by other.starts_at desc, other.id desc limit 1`);
  return rows[0]?.id ?? null;
}

/** What a session had before it was begun from another, and what it got then. */
export type Beginning = {
  readonly fromId: SessionId;
  /** What was planned before. */
  readonly replaced: readonly AgendaItem[];
  /** Of the agenda when it was begun. */
  readonly agendaVersion: number;
  /** Of the notes that came along; null where none did. */
  readonly notesVersion: number | null;
};

/** Keeps which session another was begun from. */
export async function saveBeginning(
  tx: Tx,
  sessionId: SessionId,
  { fromId, replaced, agendaVersion, notesVersion }: Beginning,
): Promise<void> {
  await tx.execute(sql`
    insert into session_beginning (session_id, from_id, replaced, agenda_version, notes_version)
    values (${sessionId}, ${fromId}, ${JSON.stringify(replaced)}::jsonb, ${agendaVersion},
      ${notesVersion})
    on conflict (session_id) do update set from_id = excluded.from_id,
      replaced = excluded.replaced, agenda_version = excluded.agenda_version,
      notes_version = excluded.notes_version`);
}

/** How a session was begun from another; null where it was not, or so long ago that it cannot be taken back. */
export async function beginningOf(tx: Tx, sessionId: SessionId): Promise<Beginning | null> {
  const { rows } = await tx.execute<Beginning>(sql`
    select from_id as "fromId", replaced, agenda_version as "agendaVersion",
      notes_version as "notesVersion"
    from session_beginning where session_id = ${sessionId} and replaced is not null`);
  return rows[0] ?? null;
}

/** It is begun from none any more. */
export async function dropBeginning(tx: Tx, sessionId: SessionId): Promise<void> {
  await tx.execute(sql`delete from session_beginning where session_id = ${sessionId}`);
}

type Begun = {
  readonly sessionId: SessionId;
  readonly title: string;
  readonly startsAt: Instant;
  readonly notReached: string[];
};

/** Which session this one was begun from, as long as that is there, and what was not reached in it. */
export async function begunFrom(tx: Tx, sessionId: SessionId): Promise<Begun | null> {
  type Row = Omit<Begun, 'notReached'> & { readonly endsAt: Instant };
  const { rows } = await tx.execute<Row>(sql`
    select f.id as "sessionId", f.title, ${msOf(sql`f.starts_at`)} as "startsAt",
      ${msOf(sql`f.ends_at`)} as "endsAt"
    from session_beginning b join session f on f.id = b.from_id
    where b.session_id = ${sessionId} and f.deleted_at is null`);
  const [from] = rows;
  if (!from) return null;
  const { endsAt, ...about } = from;
  const items = await tx.execute<Pick<AgendaItem, 'id' | 'title' | 'kind'>>(sql`
    select id, title, kind from agenda_item where session_id = ${from.sessionId} order by position`);
  const planned = { startsAt: from.startsAt, endsAt, endedAt: null };
  const left = notReached(items.rows, await stepsOf(tx, from.sessionId), planned);
  return { ...about, notReached: [...left] };
}
