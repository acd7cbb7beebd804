import { sql } from 'drizzle-orm';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import { newId } from '../../platform/new-id.ts';
import type { Tx } from '../../storage/database.ts';
import { momentOf, msOf } from '../../storage/moment.ts';
import type { RoomId } from './place.ts';

/** A visit that has not ended: one tab in one room, from when it was first seen. */
export type OpenInterval = {
  readonly id: string;
  readonly room: RoomId;
  readonly personId: PersonId;
  readonly identity: string;
  readonly sid: string | null;
  readonly joinedAt: Instant;
  readonly seenAt: Instant;
};

/** The visits to a session's rooms that have not ended. The session's row is locked: one at a time corrects them. */
export async function openIntervals(tx: Tx, sessionId: SessionId): Promise<OpenInterval[]> {
  const { rows } = await tx.execute<OpenInterval>(sql`
    select id, room_id as room, person_id as "personId", identity, sid,
      ${msOf(sql`joined_at`)} as "joinedAt", ${msOf(sql`seen_at`)} as "seenAt"
    from media_interval where session_id = ${sessionId} and left_at is null`);
  return rows;
}

/** Rooms with a visit that has not ended. */
export async function roomsWithOpenIntervals(tx: Tx): Promise<RoomId[]> {
  const { rows } = await tx.execute<{ room: RoomId }>(sql`
    select distinct room_id as room from media_interval where left_at is null`);
  return rows.map(({ room }) => room);
}

export async function openInterval(
  tx: Tx,
  sessionId: SessionId,
  visit: {
    readonly room: RoomId;
    readonly personId: PersonId;
    readonly identity: string;
    readonly sid: string | null;
    readonly at: Instant;
    readonly by: 'signalling' | 'list';
  },
): Promise<void> {
  const { room, personId, identity, sid, at, by } = visit;
  await tx.execute(sql`
    insert into media_interval
      (id, session_id, room_id, person_id, identity, sid, joined_at, seen_at, opened_by)
    values (${newId<'media-interval'>()}, ${sessionId}, ${room}, ${personId}, ${identity}, ${sid},
      ${momentOf(at)}, ${momentOf(at)}, ${by})
    on conflict do nothing`);
}

/** The media server has shown it: it is still there, and this is its name. */
export async function seeInterval(tx: Tx, id: string, sid: string, at: Instant): Promise<void> {
  await tx.execute(sql`
    update media_interval set sid = ${sid}, seen_at = ${momentOf(at)} where id = ${id}`);
}

export async function closeInterval(
  tx: Tx,
  id: string,
  at: Instant,
  by: 'signalling' | 'list' | 'removal',
): Promise<void> {
  await tx.execute(sql`
    update media_interval set left_at = greatest(joined_at, ${momentOf(at)}), closed_by = ${by}
    where id = ${id} and left_at is null`);
}

/** When one person was in the room of one of several sessions. */
export type InRoomTime = {
  readonly from: Instant;
  /** Null while it lasts. */
  readonly to: Instant | null;
  readonly sessionId: SessionId;
  readonly personId: PersonId;
};

/** When people could be seen and heard in these sessions: everybody, or one person alone. */
export async function timesInRooms(
  tx: Tx,
  sessionIds: readonly SessionId[],
  personId: PersonId | null,
): Promise<InRoomTime[]> {
  const { rows } = await tx.execute<InRoomTime>(sql`
    select session_id as "sessionId", person_id as "personId",
      ${msOf(sql`joined_at`)} as "from", ${msOf(sql`left_at`)} as "to"
    from media_interval
    where session_id = any(${sql.param(sessionIds)}::uuid[])
      and (${personId}::uuid is null or person_id = ${personId}::uuid)
    order by joined_at`);
  return rows;
}
