import { sql } from 'drizzle-orm';
import type { LogEntry, ModerationAct } from '#shared/features/session/moderation/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import { newId } from '../../../platform/new-id.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';

const ENTRIES_PER_ANSWER = 50;

/** Notes what a host has done, in the transaction that does it. `about` is null when it met everybody. */
export async function noteAct(
  tx: Tx,
  entry: {
    readonly sessionId: SessionId;
    readonly act: ModerationAct;
    readonly by: PersonId;
    readonly about: PersonId | null;
    readonly at: Instant;
  },
): Promise<void> {
  const { sessionId, act, by, about, at } = entry;
  await tx.execute(sql`
    insert into session_log (id, session_id, at, act, by_id, about_id)
    values (${newId<'log-entry'>()}, ${sessionId}, ${momentOf(at)}, ${act}, ${by}, ${about})`);
}

/** Notes one act about each of these people. */
export async function noteActs(
  tx: Tx,
  entry: {
    readonly sessionId: SessionId;
    readonly act: ModerationAct;
    readonly by: PersonId;
    readonly about: readonly PersonId[];
    readonly at: Instant;
  },
): Promise<void> {
  const { sessionId, act, by, about, at } = entry;
  const ids = about.map(() => newId<'log-entry'>());
  await tx.execute(sql`
    insert into session_log (id, session_id, at, act, by_id, about_id)
    select entry.id, ${sessionId}, ${momentOf(at)}, ${act}, ${by}, entry.about_id
    from unnest(${sql.param(ids)}::uuid[], ${sql.param(about)}::uuid[]) as entry(id, about_id)`);
}

/** The name of the host who last let somebody into a session again; null when nobody has. */
export async function letInBy(
  tx: Tx,
  sessionId: SessionId,
  personId: PersonId,
): Promise<string | null> {
  const act: ModerationAct = 'participant-readmitted';
  const { rows } = await tx.execute<{ readonly name: string }>(sql`
    select by_.display_name as name
    from session_log l join person by_ on by_.id = l.by_id
    where l.session_id = ${sessionId} and l.about_id = ${personId} and l.act = ${act}
    order by l.at desc, l.id desc limit 1`);
  return rows[0]?.name ?? null;
}

/** Whether a host has let somebody into a session again since then. */
export async function hasLetIn(
  tx: Tx,
  sessionId: SessionId,
  personId: PersonId,
  since: Instant,
): Promise<boolean> {
  const acts: readonly ModerationAct[] = ['participant-readmitted', 'lobby-admitted'];
  const { rows } = await tx.execute(sql`
    select from session_log
    where session_id = ${sessionId} and about_id = ${personId}
      and act = any(${sql.param(acts)}::text[])
      and at >= ${momentOf(since)} limit 1`);
  return rows.length > 0;
}

/** What hosts have done in a session, the latest first: those before `before`, or the latest of all. */
export async function actsIn(
  tx: Tx,
  sessionId: SessionId,
  before: LogEntry['id'] | undefined,
): Promise<{ readonly entries: LogEntry[]; readonly more: boolean }> {
  type Row = {
    readonly id: LogEntry['id'];
    readonly at: Instant;
    readonly act: ModerationAct;
    readonly byId: PersonId;
    readonly byName: string;
    readonly aboutId: PersonId | null;
    readonly aboutName: string | null;
    readonly isGuest: boolean;
  };
  const earlier = before
    ? sql`and (l.at, l.id) < (select b.at, b.id from session_log b
        where b.session_id = ${sessionId} and b.id = ${before}::uuid)`
    : sql``;
  const { rows } = await tx.execute<Row>(sql`
    select l.id, ${msOf(sql`l.at`)} as at, l.act, by_.id as "byId",
      by_.display_name as "byName", about.id as "aboutId", about.display_name as "aboutName",
      coalesce(seat.part, place.part, case when asked.guest_as is not null then 'guest' end, '') = 'guest' as "isGuest"
    from session_log l
      join person by_ on by_.id = l.by_id
      left join person about on about.id = l.about_id
      left join seat on seat.session_id = l.session_id and seat.person_id = l.about_id
      left join lobby_place place on place.session_id = l.session_id and place.person_id = l.about_id
      left join session_invitation asked
        on asked.session_id = l.session_id and asked.person_id = l.about_id
    where l.session_id = ${sessionId} ${earlier}
    order by l.at desc, l.id desc limit ${ENTRIES_PER_ANSWER + 1}`);
  const shown = rows.slice(0, ENTRIES_PER_ANSWER);
  const entries = shown.map(({ id, at, act, byId, byName, aboutId, aboutName, isGuest }) => ({
    ...{ id, at, act },
    by: { personId: byId, displayName: byName },
    about: aboutId === null ? null : { personId: aboutId, displayName: aboutName ?? '', isGuest },
  }));
  return { entries, more: rows.length > shown.length };
}
