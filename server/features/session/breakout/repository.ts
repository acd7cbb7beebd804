import { sql } from 'drizzle-orm';
import type { SplitFact } from '#shared/features/session/breakout/facts.ts';
import type { Breakout, BreakoutRoom, Breakouts } from '#shared/features/session/breakout/model.ts';
import type { Present } from '#shared/features/session/breakout/rules.ts';
import { RECENT_MESSAGES } from '#shared/features/session/chat/model.ts';
import { EMPTY_QUEUE, type HandQueue } from '#shared/features/session/hand-queue/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { BreakoutId, DocumentId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';
import { latestMessages } from '../chat/repository.ts';

type SplitRow = Omit<Breakouts, 'rooms'>;
type RoomRow = {
  readonly id: BreakoutId;
  readonly name: string;
  readonly documentId: DocumentId | null;
  readonly calledBy: PersonId | null;
  readonly calledAt: Instant | null;
  readonly minuteAsked: boolean;
  readonly knocks: Breakout['knocks'];
  readonly handQueue: HandQueue;
  readonly members: PersonId[];
  readonly inside: PersonId[];
};

const ROOM = sql`b.id, b.name, b.document_id as "documentId", b.called_by as "calledBy",
  ${msOf(sql`b.called_at`)} as "calledAt", b.minute_asked as "minuteAsked", b.knocks,
  b.hand_queue as "handQueue"`;

/** How the session is split just now; null while all are together. */
export async function splitOf(tx: Tx, sessionId: SessionId): Promise<Breakouts | null> {
  const { rows } = await tx.execute<SplitRow>(sql`
    select by_id as by, task, choice, choosers, ${msOf(sql`opened_at`)} as "openedAt",
      ${msOf(sql`ends_at`)} as "endsAt"
    from breakout_split where session_id = ${sessionId}`);
  const [split] = rows;
  if (!split) return null;
  const rooms = await tx.execute<RoomRow>(sql`
    select ${ROOM},
      (select coalesce(jsonb_agg(m.person_id order by m.person_id), '[]')
        from breakout_member m where m.breakout_id = b.id) as members,
      (select coalesce(jsonb_agg(s.person_id order by s.person_id), '[]')
        from seat s where s.breakout_id = b.id) as inside
    from breakout b where b.session_id = ${sessionId} and b.closed_at is null order by b.place`);
  return { ...split, rooms: rooms.rows.map(breakoutOf) };
}

function breakoutOf(row: RoomRow): Breakout {
  const { id, name, members, inside, documentId, minuteAsked, knocks } = row;
  const hands = row.handQueue.hands.map(({ personId }) => personId);
  return { id, name, members, inside, documentId, called: callOf(row), minuteAsked, hands, knocks };
}

function callOf({ calledBy, calledAt }: RoomRow): Breakout['called'] {
  return calledBy === null || calledAt === null ? null : { by: calledBy, at: calledAt };
}

/** A breakout from within; null for one that is closed, or was never there. */
export async function roomWithin(
  tx: Tx,
  sessionId: SessionId,
  breakoutId: BreakoutId,
): Promise<BreakoutRoom | null> {
  const { rows } = await tx.execute<RoomRow>(sql`
    select ${ROOM} from breakout b where b.id = ${breakoutId} and b.closed_at is null`);
  const [row] = rows;
  if (!row) return null;
  const { id, documentId, minuteAsked, knocks, handQueue } = row;
  const chat = await latestMessages(tx, { sessionId, breakoutId }, RECENT_MESSAGES);
  return { id, documentId, called: callOf(row), minuteAsked, knocks, handQueue, chat };
}

/** Who holds a seat in the session, and who of them teaches it. */
export async function presentIn(tx: Tx, sessionId: SessionId): Promise<Present> {
  const { rows } = await tx.execute<{ personId: PersonId; teaches: boolean }>(sql`
    select person_id as "personId", part = 'teacher' as teaches
    from seat where session_id = ${sessionId} and left_at is null`);
  return {
    here: new Set(rows.map(({ personId }) => personId)),
    teachers: new Set(rows.filter(({ teaches }) => teaches).map(({ personId }) => personId)),
  };
}

/** Sessions that are split until a moment. */
export async function splitsThatEnd(
  tx: Tx,
): Promise<readonly { readonly sessionId: SessionId; readonly endsAt: Instant }[]> {
  const { rows } = await tx.execute<{ sessionId: SessionId; endsAt: Instant }>(sql`
    select session_id as "sessionId", ${msOf(sql`ends_at`)} as "endsAt"
    from breakout_split where ends_at is not null`);
  return rows;
}

/** Which session a breakout that is open is of. */
export async function sessionOfOpen(tx: Tx, breakoutId: BreakoutId): Promise<SessionId | null> {
  const { rows } = await tx.execute<{ sessionId: SessionId }>(sql`
    select session_id as "sessionId" from breakout where id = ${breakoutId} and closed_at is null`);
  return rows[0]?.sessionId ?? null;
}

/** Whether somebody sits in the breakout just now. */
export async function sitsIn(tx: Tx, breakoutId: BreakoutId, personId: PersonId): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select from seat
    where breakout_id = ${breakoutId} and person_id = ${personId} and left_at is null`);
  return rows.length > 0;
}

/** The breakout that somebody sits in; null: with all, or nowhere. */
export async function breakoutSatIn(
  tx: Tx,
  sessionId: SessionId,
  personId: PersonId,
): Promise<BreakoutId | null> {
  const { rows } = await tx.execute<{ breakoutId: BreakoutId | null }>(sql`
    select breakout_id as "breakoutId" from seat
    where session_id = ${sessionId} and person_id = ${personId} and left_at is null`);
  return rows[0]?.breakoutId ?? null;
}

export async function saveBreakoutQueue(
  tx: Tx,
  breakoutId: BreakoutId,
  queue: HandQueue,
): Promise<void> {
  await tx.execute(sql`
    update breakout set hand_queue = ${JSON.stringify(queue)}::jsonb where id = ${breakoutId}`);
}

export async function breakoutQueue(tx: Tx, breakoutId: BreakoutId): Promise<HandQueue> {
  const { rows } = await tx.execute<{ handQueue: HandQueue }>(sql`
    select hand_queue as "handQueue" from breakout where id = ${breakoutId}`);
  return rows[0]?.handQueue ?? EMPTY_QUEUE;
}

/** Keeps a session that has just been split. */
export async function saveOpened(
  tx: Tx,
  sessionId: SessionId,
  { by, task, choice, openedAt, endsAt, rooms }: Breakouts,
): Promise<void> {
  await tx.execute(sql`
    insert into breakout_split (session_id, by_id, task, choice, opened_at, ends_at)
    values (${sessionId}, ${by}, ${task}, ${choice}, ${momentOf(openedAt)},
      ${endsAt === null ? null : momentOf(endsAt)})`);
  const kept = rooms.map(({ id, name, documentId }, place) => ({ id, name, documentId, place }));
  await tx.execute(sql`
    insert into breakout (id, session_id, place, name, document_id, hand_queue, opened_at)
    select r.id, ${sessionId}, r.place, r.name, r."documentId", ${JSON.stringify(EMPTY_QUEUE)}::jsonb,
      ${momentOf(openedAt)}
    from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb)
      as r(id uuid, name text, "documentId" uuid, place int)`);
  const members = rooms.flatMap((room) =>
    room.members.map((personId) => ({ personId, breakoutId: room.id })),
  );
  await tx.execute(sql`
    insert into breakout_member (breakout_id, person_id)
    select m."breakoutId", m."personId"
    from jsonb_to_recordset(${JSON.stringify(members)}::jsonb) as m("personId" uuid, "breakoutId" uuid)`);
  const moves = rooms.flatMap((room) =>
    room.inside.map((personId) => ({ personId, to: room.id as BreakoutId | null })),
  );
  await movePeople(tx, sessionId, moves, openedAt);
  await tx.execute(sql`delete from breakout_plan where session_id = ${sessionId}`);
}

export async function movePeople(
  tx: Tx,
  sessionId: SessionId,
  moves: Extract<SplitFact, { type: 'people-moved' }>['moves'],
  at: Instant,
): Promise<void> {
  await tx.execute(sql`
    update seat set breakout_id = m."to", moved_at = ${momentOf(at)}
    from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as m("personId" uuid, "to" uuid)
    where seat.session_id = ${sessionId} and seat.person_id = m."personId"`);
}

/** Somebody belongs in this room of the session, and in no other; null: in none. */
export async function placeMember(
  tx: Tx,
  sessionId: SessionId,
  personId: PersonId,
  to: BreakoutId | null,
): Promise<void> {
  await tx.execute(sql`
    delete from breakout_member m using breakout b
    where b.id = m.breakout_id and b.session_id = ${sessionId} and b.closed_at is null
      and m.person_id = ${personId}`);
  if (to === null) return;
  await tx.execute(sql`
    insert into breakout_member (breakout_id, person_id) values (${to}, ${personId})`);
}

export async function giveChoice(tx: Tx, sessionId: SessionId, personId: PersonId): Promise<void> {
  await tx.execute(sql`
    update breakout_split set choosers = array(
      select distinct unnest(choosers || ${personId}::uuid) order by 1)
    where session_id = ${sessionId}`);
}

export async function moveReturn(tx: Tx, sessionId: SessionId, endsAt: Instant): Promise<void> {
  await tx.execute(sql`
    update breakout_split set ends_at = ${momentOf(endsAt)} where session_id = ${sessionId}`);
}

/** Everybody is back. The rooms stay, for another time. */
export async function saveEnded(tx: Tx, sessionId: SessionId, at: Instant): Promise<void> {
  await tx.execute(sql`
    update seat set breakout_id = null, moved_at = ${momentOf(at)}
    where session_id = ${sessionId} and breakout_id is not null`);
  await tx.execute(sql`
    update breakout set closed_at = ${momentOf(at)}, called_by = null, called_at = null,
      minute_asked = false, knocks = '[]', hand_queue = ${JSON.stringify(EMPTY_QUEUE)}::jsonb
    where session_id = ${sessionId} and closed_at is null`);
  await tx.execute(sql`delete from breakout_split where session_id = ${sessionId}`);
}

/** What a group and its teachers ask of each other. */
export async function saveAsked(
  tx: Tx,
  { id, called, minuteAsked, knocks }: Pick<Breakout, 'id' | 'called' | 'minuteAsked' | 'knocks'>,
): Promise<void> {
  await tx.execute(sql`
    update breakout set called_by = ${called?.by ?? null},
      called_at = ${called ? momentOf(called.at) : null}, minute_asked = ${minuteAsked},
      knocks = ${JSON.stringify(knocks)}::jsonb
    where id = ${id}`);
}
