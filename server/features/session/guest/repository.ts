import { type SQL, sql } from 'drizzle-orm';
import type { GuestAs } from '#shared/features/programme/invitation/model.ts';
import type { GuestLink } from '#shared/features/session/guest/model.ts';
import { type KnownLink, linkState } from '#shared/features/session/guest/rules.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { GuestLinkId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Database, Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';
import { expectedParticipants } from '../../programme/public.ts';

/** A link with the session it leads to. */
export type FoundLink = KnownLink & {
  readonly id: GuestLinkId;
  readonly sessionId: SessionId;
  readonly as: GuestAs;
  readonly title: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly madeByName: string;
};

const KNOWN = sql`${msOf(sql`l.until_at`)} as "untilAt", ${msOf(sql`l.withdrawn_at`)} as "withdrawnAt",
  s.ended_at is not null or s.cancelled_at is not null or s.deleted_at is not null as "sessionClosed",
  l.person_id as "personId", l.made_person as "madePerson", l.browser_hash as "browserHash"`;

/** The link that this opens; null where nothing is. One question, whatever the answer. */
export async function linkOf(tx: Tx, tokenHash: string): Promise<FoundLink | null> {
  const { rows } = await tx.execute<FoundLink>(sql`
    select l.id, l.session_id as "sessionId", l.guest_as as "as", s.title,
      ${msOf(sql`s.starts_at`)} as "startsAt", ${msOf(sql`s.ends_at`)} as "endsAt",
      by_.display_name as "madeByName", ${KNOWN}
    from guest_link l join session s on s.id = l.session_id join person by_ on by_.id = l.made_by
    where l.token_hash = ${tokenHash}`);
  return rows[0] ?? null;
}

/**
 * The same, held until the transaction ends: one comes by it at a time, and nobody while it is withdrawn. Locked first and
 * read then, so that a session that ended while this waited has ended.
 */
export async function lockLinkOf(tx: Tx, tokenHash: string): Promise<FoundLink | null> {
  await tx.execute(sql`select from guest_link where token_hash = ${tokenHash} for update`);
  return linkOf(tx, tokenHash);
}

/** Holds one link of this session. @returns whether there is one */
export async function lockLink(
  tx: Tx,
  sessionId: SessionId,
  linkId: GuestLinkId,
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select from guest_link where id = ${linkId} and session_id = ${sessionId} for update`);
  return rows.length > 0;
}

/** A session's links, the latest first. */
export async function linksOf(tx: Tx, sessionId: SessionId, now: Instant): Promise<GuestLink[]> {
  return linksWhere(tx, sql`l.session_id = ${sessionId}`, now);
}

/** One that is known to be there. */
export async function linkKnownAs(tx: Tx, linkId: GuestLinkId, now: Instant): Promise<GuestLink> {
  const [link] = await linksWhere(tx, sql`l.id = ${linkId}`, now);
  if (!link) throw new Error('a guest link that was made has gone');
  return link;
}

async function linksWhere(tx: Tx, where: SQL, now: Instant): Promise<GuestLink[]> {
  type Row = KnownLink & Omit<GuestLink, 'state'>;
  const { rows } = await tx.execute<Row>(sql`
    select l.id, l.note, l.guest_as as "as", ${msOf(sql`l.made_at`)} as "madeAt",
      by_.display_name as "madeBy", guest.display_name as "guestName", ${KNOWN}
    from guest_link l join session s on s.id = l.session_id join person by_ on by_.id = l.made_by
      left join person guest on guest.id = l.person_id
    where ${where} order by l.made_at desc, l.id desc`);
  return rows.map((row) => {
    const { id, note, as, untilAt, madeAt, madeBy, guestName } = row;
    return { id, note, as, untilAt, madeAt, madeBy, guestName, state: linkState(row, now) };
  });
}

export type NewLink = {
  readonly id: GuestLinkId;
  readonly sessionId: SessionId;
  readonly tokenHash: string;
  readonly as: GuestAs;
  readonly note: string;
  readonly untilAt: Instant;
  readonly madeBy: PersonId;
  readonly madeAt: Instant;
};

/**
 * Keeps a new link. @returns its id; that of the earlier one, when its maker has told of it before; null when it is
 * somebody else's.
 */
export async function addLink(tx: Tx, link: NewLink): Promise<GuestLinkId | null> {
  const { id, sessionId, tokenHash, as, note, untilAt, madeBy, madeAt } = link;
  await tx.execute(sql`
    insert into guest_link (id, session_id, token_hash, guest_as, note, until_at, made_by, made_at)
    values (${id}, ${sessionId}, ${tokenHash}, ${as}, ${note}, ${momentOf(untilAt)}, ${madeBy},
      ${momentOf(madeAt)})
    on conflict (token_hash) do nothing`);
  const { rows } = await tx.execute<{ id: GuestLinkId }>(sql`
    select id from guest_link
    where token_hash = ${tokenHash} and session_id = ${sessionId} and made_by = ${madeBy}`);
  return rows[0]?.id ?? null;
}

/**
 * What everybody on the session's list, or who has been in it, is called. Until the transaction ends nobody else comes by a link
 * with a name of their own: a lock of this alone, for the session's row is held while its links are waited for.
 */
export async function lockNamesIn(tx: Tx, sessionId: SessionId, now: Instant): Promise<string[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${sessionId}, 11))`);
  const listed = await expectedParticipants(tx, sessionId, now);
  const { rows } = await tx.execute<{ name: string }>(sql`
    select display_name as name from seat where session_id = ${sessionId}`);
  return [...listed.map(({ displayName }) => displayName), ...rows.map(({ name }) => name)].filter(
    (name) => name !== '',
  );
}

/** Notes who came by it. The link is locked. */
export async function saveVisit(
  tx: Tx,
  linkId: GuestLinkId,
  visit: { personId: PersonId; madePerson: boolean; browserHash: string | null },
): Promise<void> {
  await tx.execute(sql`
    update guest_link set person_id = ${visit.personId}, made_person = ${visit.madePerson},
      browser_hash = ${visit.browserHash}
    where id = ${linkId}`);
}

/** Whoever came by a link, and whether another one that runs still lets them in somewhere. */
export type LinkGuest = {
  readonly sessionId: SessionId;
  readonly personId: PersonId;
  readonly hasAnother: boolean;
};

/** Withdraws a link that is locked. @returns who came by it */
export async function saveWithdrawal(
  tx: Tx,
  linkId: GuestLinkId,
  at: Instant,
): Promise<LinkGuest | null> {
  const { rowCount } = await tx.execute(sql`
    update guest_link set withdrawn_at = ${momentOf(at)}
    where id = ${linkId} and withdrawn_at is null`);
  // Withdrawn before: who has been let in anew since then stays.
  if (rowCount === 0) return null;
  return (await guestsWhere(tx, sql`l.id = ${linkId}`, at))[0] ?? null;
}

/** Whoever came to a session by a link. Its links are held, so that whoever comes at this moment is one of them. */
export async function lockGuestsOf(
  tx: Tx,
  sessionId: SessionId,
  now: Instant,
): Promise<LinkGuest[]> {
  await tx.execute(sql`
    select from guest_link where session_id = ${sessionId} order by id for update`);
  return guestsWhere(tx, sql`l.session_id = ${sessionId} and l.withdrawn_at is null`, now);
}

async function guestsWhere(tx: Tx, where: SQL, now: Instant): Promise<LinkGuest[]> {
  const { rows } = await tx.execute<LinkGuest>(sql`
    select distinct l.session_id as "sessionId", l.person_id as "personId", exists (
      select from guest_link other join session s on s.id = other.session_id
      where other.person_id = l.person_id and other.session_id <> l.session_id
        and other.withdrawn_at is null and other.until_at > ${momentOf(now)} and s.ended_at is null
    ) as "hasAnother"
    from guest_link l where l.person_id is not null and ${where}
    order by 2`);
  return rows;
}

/** Links that have not been withdrawn, whatever became of them. */
export async function countLinks(tx: Tx, sessionId: SessionId): Promise<number> {
  const { rows } = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from guest_link
    where session_id = ${sessionId} and withdrawn_at is null`);
  return rows[0]?.count ?? 0;
}

/** Guests who were nobody here before, and whose every link ended before a moment. */
export async function guestsForgottenBefore(
  database: Database,
  before: Instant,
): Promise<PersonId[]> {
  const { rows } = await database.execute<{ personId: PersonId }>(sql`
    select person_id as "personId" from guest_link where person_id is not null
    group by person_id having bool_or(made_person) and max(until_at) < ${momentOf(before)}`);
  return rows.map(({ personId }) => personId);
}

/** Links that ended before a moment, but for those of guests who are not forgotten yet. */
export async function deleteLinks(tx: Tx | Database, before: Instant): Promise<void> {
  await tx.execute(sql`
    delete from guest_link l where until_at < ${momentOf(before)}
      and not (made_person and exists (select from person p where p.id = l.person_id and p.status = 'active'))`);
}
