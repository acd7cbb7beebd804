import { type SQL, sql } from 'drizzle-orm';
import { isWish } from '#shared/features/session/pause/rules.ts';
import type { GuestMark } from '#shared/features/session/roster/model.ts';
import type {
  TeamLine,
  TeamMessage,
  TeamMessageId,
  TeamThread,
} from '#shared/features/session/team-line/model.ts';
import type { LineOf } from '#shared/features/session/team-line/rules.ts';
import type { PersonId, SessionId, TeamLineId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';
import { choiceOf } from '../pause/repository.ts';

const MESSAGE = sql`m.id, m.by_id as by, m.display_name as "byName",
  m.by_id <> m.person_id as "fromTeam", ${msOf(sql`m.at`)} as at, m.text, m.lang`;

/** Null for whoever is none. `s`: their seat, or their place in the lobby. */
const GUEST = sql`case s.part when 'guest' then jsonb_strip_nulls(jsonb_build_object('as', s.guest_as)) end`;

/** Where somebody's line is heard; null for whoever has never been in the session, nor in its lobby. */
export async function lineIdOf(
  tx: Tx,
  sessionId: SessionId,
  personId: PersonId,
): Promise<TeamLineId | null> {
  const { rows } = await tx.execute<{ lineId: TeamLineId }>(sql`
    select line_id as "lineId" from line_holder
    where session_id = ${sessionId} and person_id = ${personId}`);
  return rows[0]?.lineId ?? null;
}

/** Of which session it is this person's line; null for another's, and for none. */
export async function sessionOfLine(
  tx: Tx,
  lineId: TeamLineId,
  personId: PersonId,
): Promise<SessionId | null> {
  const { rows } = await tx.execute<{ sessionId: SessionId }>(sql`
    select session_id as "sessionId" from line_holder
    where line_id = ${lineId} and person_id = ${personId}`);
  return rows[0]?.sessionId ?? null;
}

/** One person's line, oldest first. */
export async function lineOf(tx: Tx, sessionId: SessionId, personId: PersonId): Promise<TeamLine> {
  const { rows } = await tx.execute<TeamMessage>(sql`
    select ${MESSAGE} from team_message m
    where m.session_id = ${sessionId} and m.person_id = ${personId} order by m.nth`);
  return { messages: rows };
}

/** How the line of somebody stands who has been in the session or its lobby; null for whoever has not. */
export async function standingOfLine(
  tx: Tx,
  sessionId: SessionId,
  personId: PersonId,
): Promise<(LineOf & { readonly lineId: TeamLineId }) | null> {
  const { rows } = await tx.execute<{
    readonly personId: PersonId;
    readonly name: string;
    readonly guest: GuestMark | null;
    readonly lineId: TeamLineId;
    readonly count: number;
  }>(sql`
    select s.person_id as "personId", s.display_name as name, s.line_id as "lineId",
      ${GUEST} as guest, (
      select count(*)::int from team_message m
      where m.session_id = s.session_id and m.person_id = s.person_id) as count
    from line_holder s where s.session_id = ${sessionId} and s.person_id = ${personId}`);
  const [line] = rows;
  if (!line) return null;
  const wishes = isWish(await choiceOf(tx, sessionId, personId));
  return { ...line, guest: line.guest ?? undefined, wishes };
}

/** Every line of a session that somebody has written on, or only this person's. */
export async function threadsOf(
  tx: Tx,
  sessionId: SessionId,
  only: PersonId | null = null,
): Promise<TeamThread[]> {
  type Row = TeamMessage &
    Pick<TeamThread, 'personId' | 'name' | 'readTo'> & { readonly guest: GuestMark | null };
  const whose: SQL = only === null ? sql`` : sql`and m.person_id = ${only}`;
  const { rows } = await tx.execute<Row>(sql`
    select ${MESSAGE}, m.person_id as "personId", s.display_name as name,
      ${GUEST} as guest, r.read_to as "readTo"
    from team_message m
      join line_holder s on s.session_id = m.session_id and s.person_id = m.person_id
      left join team_line_read r on r.session_id = m.session_id and r.person_id = m.person_id
    where m.session_id = ${sessionId} ${whose} order by m.nth`);
  const threads = new Map<PersonId, TeamThread>();
  for (const { personId, name, guest, readTo, ...message } of rows) {
    const known = threads.get(personId);
    if (known) known.messages.push(message);
    else
      threads.set(personId, {
        ...{ personId, name, messages: [message], readTo },
        ...(guest && { guest }),
      });
  }
  return [...threads.values()];
}

/** Adds to a line of a session whose row this transaction has locked: that lock makes the order. */
export async function addTeamMessage(
  tx: Tx,
  sessionId: SessionId,
  personId: PersonId,
  { id, by, byName, at, text, lang }: TeamMessage,
): Promise<void> {
  await tx.execute(sql`
    insert into team_message (id, session_id, person_id, by_id, display_name, at, text, lang)
    values (${id}, ${sessionId}, ${personId}, ${by}, ${byName}, ${momentOf(at)}, ${text}, ${lang})`);
}

export async function saveReadTo(
  tx: Tx,
  sessionId: SessionId,
  personId: PersonId,
  readTo: TeamMessageId,
): Promise<void> {
  await tx.execute(sql`
    insert into team_line_read (session_id, person_id, read_to)
    values (${sessionId}, ${personId}, ${readTo})
    on conflict (session_id, person_id) do update set read_to = excluded.read_to`);
}
