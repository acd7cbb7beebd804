import { sql } from 'drizzle-orm';
import type { Visit } from '#shared/features/session/afterwards/model.ts';
import type { SessionFact } from '#shared/features/session/channel.ts';
import type { Part } from '#shared/features/session/roster/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';

type At = { readonly personId: PersonId; readonly at: Instant };

/** Keeps who has come and gone by these facts, in the transaction that tells them. */
export async function keepVisits(
  tx: Tx,
  sessionId: SessionId,
  facts: readonly SessionFact[],
): Promise<void> {
  await closeVisits(tx, sessionId, facts.flatMap(goneBy));
  await open(tx, sessionId, facts.flatMap(comeBy));
}

/** Whoever has a line is there from now on, if they are not already: after a start, which has closed every visit. */
export async function openVisits(
  tx: Tx,
  sessionId: SessionId,
  people: readonly Pick<At, 'personId'>[],
  at: Instant,
): Promise<void> {
  const come = people.map(({ personId }) => ({ personId, at }));
  await open(tx, sessionId, come);
}

async function open(tx: Tx, sessionId: SessionId, come: readonly At[]): Promise<void> {
  if (come.length === 0) return;
  await tx.execute(sql`
    insert into session_visit (session_id, person_id, came_at)
    select ${sessionId}::uuid, c."personId", to_timestamp(c.at / 1000)
    from jsonb_to_recordset(${JSON.stringify(come)}::jsonb) as c("personId" uuid, at float8)
    on conflict do nothing`);
}

async function closeVisits(tx: Tx, sessionId: SessionId, gone: readonly At[]): Promise<void> {
  if (gone.length === 0) return;
  await tx.execute(sql`
    update session_visit v set left_at = greatest(v.came_at, g.at)
    from (
      select "personId", min(to_timestamp(at / 1000)) as at
      from jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) as each("personId" uuid, at float8)
      group by "personId"
    ) g
    where v.session_id = ${sessionId} and v.person_id = g."personId" and v.left_at is null`);
}

function comeBy(fact: SessionFact): At[] {
  if (fact.type === 'line-back') return [{ personId: fact.personId, at: fact.at }];
  if (fact.type !== 'participant-joined') return [];
  const { personId, presence } = fact.entry;
  return presence.status === 'present' ? [{ personId, at: presence.since }] : [];
}

function goneBy(fact: SessionFact): At[] {
  return fact.type === 'line-lost' || fact.type === 'participant-left'
    ? [{ personId: fact.personId, at: fact.at }]
    : [];
}

/**
 * Takes a stretch that is over out of somebody's visits: what a pause lasted beyond its limit (PAUSE-6). It is a break like
 * any other: nothing says that it was a pause.
 */
export async function takeOut(
  tx: Tx,
  sessionId: SessionId,
  { personId, from, to }: { personId: PersonId; from: Instant; to: Instant },
): Promise<void> {
  if (from >= to) return;
  const whose = sql`session_id = ${sessionId} and person_id = ${personId}`;
  const { rows } = await tx.execute(sql`
    select from session_visit where ${whose} and left_at is null`);
  await tx.execute(sql`delete from session_visit where ${whose} and came_at >= ${momentOf(from)}`);
  await tx.execute(sql`
    update session_visit set left_at = ${momentOf(from)}
    where ${whose} and (left_at is null or left_at > ${momentOf(from)})`);
  // Nor does a line in the seminar room count for it, where the server was away meanwhile.
  await tx.execute(sql`
    update session_visit set unwatched = false where ${whose} and left_at <= ${momentOf(from)}`);
  if (rows.length > 0) await open(tx, sessionId, [{ personId, at: to }]);
}

/** That a server still sees the lines: whatever it will not see any more, is not counted. */
export async function noteWatched(tx: Tx, now: Instant): Promise<void> {
  await tx.execute(sql`
    insert into session_watch (seen_at) values (${momentOf(now)})
    on conflict (one) do update set seen_at = excluded.seen_at`);
}

/** After a start: what was open has ended when a server last saw it, which was not the person's doing. Whoever is still there comes anew. */
export async function closeUnwatched(tx: Tx): Promise<void> {
  await tx.execute(sql`
    update session_visit set unwatched = true,
      left_at = greatest(came_at, coalesce((select seen_at from session_watch), came_at))
    where left_at is null`);
}

/** Somebody who has been in a session, by the name of then. */
export type Visitor = {
  readonly personId: PersonId;
  readonly displayName: string;
  readonly part: Part;
};

/** Everybody who has been in the session, by name. Of whoever was erased there is nothing to tell. */
export async function visitorsOf(tx: Tx, sessionId: SessionId): Promise<Visitor[]> {
  const { rows } = await tx.execute<Visitor>(sql`
    select person_id as "personId", display_name as "displayName", part
    from seat where session_id = ${sessionId} and display_name <> ''
    order by display_name, person_id`);
  return rows;
}

/** One visit to one of several sessions. */
export type Visited = Visit & { readonly sessionId: SessionId; readonly personId: PersonId };

/** When people were in these sessions: everybody, or one person alone. */
export async function visitsOf(
  tx: Tx,
  sessionIds: readonly SessionId[],
  personId: PersonId | null,
): Promise<Visited[]> {
  const { rows } = await tx.execute<Visited>(sql`
    select session_id as "sessionId", person_id as "personId", unwatched,
      ${msOf(sql`came_at`)} as "from", ${msOf(sql`left_at`)} as "to"
    from session_visit
    where session_id = any(${sql.param(sessionIds)}::uuid[])
      and (${personId}::uuid is null or person_id = ${personId}::uuid)
    order by came_at`);
  return rows;
}
