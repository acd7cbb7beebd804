import { type SQL, sql } from 'drizzle-orm';
import {
  CAN_READ_CONCERNS,
  type ConcernReader,
  type PossibleReader,
} from '#shared/features/care/concern/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { Id, PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';

type ConcernId = Id<'concern'>;
type Session = { readonly title: string; readonly startsAt: Instant } | null;
type Stored = {
  readonly concernId: ConcernId;
  readonly at: Instant;
  readonly text: string;
  readonly session: Session;
};

/** Whoever could be named at this moment: active, in a role that can read. `of` is a condition on `person p`. */
async function readers(tx: Tx, now: Instant, of: SQL): Promise<ConcernReader[]> {
  const { rows } = await tx.execute<ConcernReader>(sql`
    select p.id as "personId", p.display_name as "displayName" from person p
    where p.status = 'active' and ${of} and exists (
      select from role_held r
      where r.person_id = p.id and r.role = any(${sql.param(CAN_READ_CONCERNS)}::text[])
        and (r.until is null or r.until > ${momentOf(now)}))
    order by p.display_name, p.id`);
  return rows;
}

export async function possibleReaders(tx: Tx, now: Instant): Promise<PossibleReader[]> {
  const { rows } = await tx.execute<PossibleReader>(sql`
    select p.id as "personId", p.display_name as "displayName",
      array_agg(distinct r.role order by r.role) as roles,
      array(select distinct c.code from session_teacher st
        join session s on s.id = st.session_id join course c on c.id = s.course_id
        where st.person_id = p.id and s.cancelled_at is null and s.deleted_at is null
        order by c.code) as courses
    from person p join role_held r on r.person_id = p.id
    where p.status = 'active' and r.role = any(${sql.param(CAN_READ_CONCERNS)}::text[])
      and (r.until is null or r.until > ${momentOf(now)})
    group by p.id order by p.display_name, p.id`);
  return rows;
}

export async function canRead(tx: Tx, personId: PersonId, now: Instant): Promise<boolean> {
  return (await readers(tx, now, sql`p.id = ${personId}::uuid`)).length > 0;
}

/** Who is named and can still read; null for nobody. */
export async function namedReader(tx: Tx, now: Instant): Promise<ConcernReader | null> {
  const [reader] = await readers(tx, now, sql`p.id = (select person_id from concern_reader)`);
  return reader ?? null;
}

export async function nameReader(tx: Tx, personId: PersonId | null): Promise<void> {
  if (personId === null) await tx.execute(sql`delete from concern_reader`);
  else
    await tx.execute(sql`
      insert into concern_reader (person_id) values (${personId})
      on conflict (one) do update set person_id = excluded.person_id`);
}

export async function sentSince(tx: Tx, personId: PersonId, since: Instant): Promise<number> {
  const { rows } = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from concern
    where person_id = ${personId} and at > ${momentOf(since)}`);
  return rows[0]?.count ?? 0;
}

export async function addConcern(
  tx: Tx,
  concern: {
    readonly id: ConcernId;
    readonly at: Instant;
    readonly by: PersonId;
    readonly readerId: PersonId;
    readonly sessionId: SessionId | null;
    readonly text: string;
  },
): Promise<void> {
  const { id, at, by, readerId, sessionId, text } = concern;
  await tx.execute(sql`
    insert into concern (id, at, person_id, reader_id, session_id, text)
    values (${id}, ${momentOf(at)}, ${by}, ${readerId}, ${sessionId}, ${text})`);
}

const STORED = sql`
  c.id as "concernId", ${msOf(sql`c.at`)} as at, c.text,
  case when s.id is null then null
    else json_build_object('title', s.title, 'startsAt', ${msOf(sql`s.starts_at`)}) end as session`;

/** What somebody has reported, the latest first. */
export async function concernsBy(
  tx: Tx,
  personId: PersonId,
): Promise<(Stored & { readonly sentTo: string })[]> {
  const { rows } = await tx.execute<Stored & { readonly sentTo: string }>(sql`
    select ${STORED}, coalesce(p.display_name, '') as "sentTo"
    from concern c left join session s on s.id = c.session_id left join person p on p.id = c.reader_id
    where c.person_id = ${personId} order by c.at desc, c.id desc`);
  return rows;
}

/** What was sent to somebody, the latest first, at most so many; from before one of their own, if it is named. */
export async function concernsTo(
  tx: Tx,
  readerId: PersonId,
  { before, most }: { readonly before: ConcernId | undefined; readonly most: number },
): Promise<(Stored & { readonly by: string })[]> {
  const earlier = before
    ? sql`(c.at, c.id) < (select b.at, b.id from concern b where b.id = ${before} and b.reader_id = ${readerId})`
    : sql`true`;
  const { rows } = await tx.execute<Stored & { readonly by: string }>(sql`
    select ${STORED}, p.display_name as by
    from concern c left join session s on s.id = c.session_id join person p on p.id = c.person_id
    where c.reader_id = ${readerId} and ${earlier} order by c.at desc, c.id desc limit ${most}`);
  return rows;
}

/** How many were sent to somebody who has not had them on the screen. */
export async function countUnopened(tx: Tx, readerId: PersonId): Promise<number> {
  const { rows } = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from concern
    where reader_id = ${readerId} and opened_at is null`);
  return rows[0]?.count ?? 0;
}

/** Notes that somebody has had what was sent to them on the screen, as far as one of them. */
export async function saveOpened(
  tx: Tx,
  readerId: PersonId,
  latest: ConcernId,
  at: Instant,
): Promise<void> {
  await tx.execute(sql`
    update concern c set opened_at = ${momentOf(at)}
    from concern l
    where l.id = ${latest} and l.reader_id = ${readerId} and c.reader_id = ${readerId}
      and c.opened_at is null and (c.at, c.id) <= (l.at, l.id)`);
}
