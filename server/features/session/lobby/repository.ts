import { sql } from 'drizzle-orm';
import type { GuestAs } from '#shared/features/programme/invitation/model.ts';
import type { LobbyStanding, Waiting } from '#shared/features/session/lobby/model.ts';
import type { Place } from '#shared/features/session/lobby/rules.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId, SessionId, TeamLineId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { msOf } from '../../../storage/moment.ts';

/** A place in the lobby, and where its person hears of it. */
export type KeptPlace = Place & { readonly lineId: TeamLineId };

type Row = Omit<Waiting, 'since' | 'guestAs' | 'guestNote'> & {
  readonly guestAs: GuestAs | null;
  readonly guestNote: string | null;
  readonly lineId: TeamLineId;
  readonly status: LobbyStanding['status'];
  readonly since: Instant;
  readonly at: Instant;
  readonly words: string;
  readonly lang: 'nb' | 'nn' | 'en' | null;
  readonly byName: string | null;
};

/** What a host wrote of whom the link is for that this person of `p` came by: read where the link is, so that it goes with it. */
const GUEST_NOTE = sql`(
  select l.note from guest_link l
  where l.session_id = p.session_id and l.person_id = p.person_id and l.note <> ''
  order by l.made_at desc, l.id desc limit 1) as "guestNote"`;

/** The same of somebody who may have no place yet. */
export async function guestNoteOf(
  tx: Tx,
  sessionId: SessionId,
  personId: PersonId,
): Promise<string | null> {
  const { rows } = await tx.execute<{ guestNote: string | null }>(sql`
    select ${GUEST_NOTE}
    from (values (${sessionId}::uuid, ${personId}::uuid)) as p(session_id, person_id)`);
  return rows[0]?.guestNote ?? null;
}

/** The places of these people, as far as they have ever asked to come in; of all when nobody is named. */
export async function placesOf(
  tx: Tx,
  sessionId: SessionId,
  people: readonly PersonId[] | null = null,
): Promise<KeptPlace[]> {
  const named = people && sql`and p.person_id = any(${sql.param(people)}::uuid[])`;
  const { rows } = await tx.execute<Row>(sql`
    select p.person_id as "personId", p.display_name as "displayName", p.part,
      p.guest_as as "guestAs", ${GUEST_NOTE}, p.line_id as "lineId", p.status, ${msOf(sql`p.since`)} as since, ${msOf(sql`p.at`)} as at,
      p.words, p.lang, by_.display_name as "byName"
    from lobby_place p left join person by_ on by_.id = p.declined_by
    where p.session_id = ${sessionId} ${named ?? sql``}`);
  return rows.map(({ personId, displayName, part, guestAs, guestNote, lineId, ...row }) => ({
    ...{ personId, displayName, part, lineId },
    ...{ ...(guestAs && { guestAs }), ...(guestNote && { guestNote }) },
    standing: standingOf(row),
  }));
}

function standingOf({
  status,
  since,
  at,
  words,
  lang,
  byName,
}: Pick<Row, 'status' | 'since' | 'at' | 'words' | 'lang' | 'byName'>): LobbyStanding {
  switch (status) {
    case 'waiting':
      return { status, since };
    case 'away':
      return { status, since, awayAt: at };
    case 'declined':
      return { status, words, lang, byName: byName ?? '', at };
    default:
      return { status };
  }
}

/** Everybody who waits for a session just now, and where they hear of it. */
export async function waitingIn(
  tx: Tx,
  sessionId: SessionId,
): Promise<(Waiting & { readonly lineId: TeamLineId })[]> {
  const { rows } = await tx.execute<
    Pick<Row, 'personId' | 'displayName' | 'part' | 'guestAs' | 'guestNote' | 'since' | 'lineId'>
  >(sql`
    select p.person_id as "personId", p.display_name as "displayName", p.part, p.guest_as as "guestAs",
      ${GUEST_NOTE}, ${msOf(sql`p.since`)} as since, p.line_id as "lineId"
    from lobby_place p where p.session_id = ${sessionId} and p.status = 'waiting'`);
  return rows.map(({ guestAs, guestNote, ...one }) => ({
    ...one,
    ...(guestAs && { guestAs }),
    ...(guestNote && { guestNote }),
  }));
}

/** Everybody who waits for any session. */
export async function allWaiting(
  tx: Tx,
): Promise<{ readonly sessionId: SessionId; readonly personId: PersonId }[]> {
  const { rows } = await tx.execute<{ sessionId: SessionId; personId: PersonId }>(sql`
    select session_id as "sessionId", person_id as "personId"
    from lobby_place where status = 'waiting'`);
  return rows;
}

/** Of which session it is this person's place; null for another's, and for none. */
export async function sessionOfPlace(
  tx: Tx,
  lineId: TeamLineId,
  personId: PersonId,
): Promise<SessionId | null> {
  const { rows } = await tx.execute<{ sessionId: SessionId }>(sql`
    select session_id as "sessionId" from lobby_place
    where line_id = ${lineId}::uuid and person_id = ${personId}`);
  return rows[0]?.sessionId ?? null;
}

/**
 * Keeps how it stands with these, new ones and changed ones, in one statement. A new place is heard where the person's seat is,
 * if they have had one. The session's row is locked. @returns where each hears of it
 */
export async function savePlaces(
  tx: Tx,
  sessionId: SessionId,
  places: readonly Place[],
  { at, declinedBy }: { readonly at: Instant; readonly declinedBy: PersonId | null },
): Promise<ReadonlyMap<PersonId, TeamLineId>> {
  const saved = places.map(({ standing, ...who }) => ({
    ...who,
    status: standing.status,
    since: 'since' in standing ? standing.since : at,
    words: standing.status === 'declined' ? standing.words : '',
    lang: standing.status === 'declined' ? standing.lang : null,
    declinedBy: standing.status === 'declined' ? declinedBy : null,
  }));
  const { rows } = await tx.execute<{ personId: PersonId; lineId: TeamLineId }>(sql`
    insert into lobby_place (session_id, person_id, line_id, display_name, part, guest_as, status, since,
      at, words, lang, declined_by)
    select ${sessionId}, p."personId", coalesce(seat.line_id, gen_random_uuid()), p."displayName",
      p.part, p."guestAs", p.status, to_timestamp(p.since / 1000), to_timestamp(${at}::float8 / 1000),
      p.words, p.lang, p."declinedBy"
    from jsonb_to_recordset(${JSON.stringify(saved)}::jsonb) as p("personId" uuid,
        "displayName" text, part text, "guestAs" text, status text, since float8, words text, lang text,
        "declinedBy" uuid)
      left join seat on seat.session_id = ${sessionId} and seat.person_id = p."personId"
    on conflict (session_id, person_id) do update set
      display_name = excluded.display_name, part = excluded.part, guest_as = excluded.guest_as,
      status = excluded.status,
      since = excluded.since, at = excluded.at, words = excluded.words, lang = excluded.lang,
      declined_by = excluded.declined_by
    returning person_id as "personId", line_id as "lineId"`);
  return new Map(rows.map(({ personId, lineId }) => [personId, lineId]));
}

/** Locks the session's row for somebody who waits for it; null for who does not. */
export async function lockAtWait(
  tx: Tx,
  sessionId: SessionId,
  personId: PersonId,
): Promise<PersonId | null> {
  const { rows } = await tx.execute<{ personId: PersonId }>(sql`
    select p.person_id as "personId"
    from session_live live join lobby_place p on p.session_id = live.session_id
    where live.session_id = ${sessionId} and p.person_id = ${personId} and p.status = 'waiting'
    for update of live, p`);
  return rows[0]?.personId ?? null;
}
