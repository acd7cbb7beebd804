import { sql } from 'drizzle-orm';
import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import type { Agenda, AgendaItem } from '#shared/features/session/agenda/model.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf } from '../../../storage/moment.ts';
import type { LiveSession } from '../live-session.ts';

/** The planned items in order, and which of them is the current one; none before anybody has come. */
export async function agendaOf(
  tx: Tx,
  session: SessionStanding,
  live: Pick<LiveSession, 'currentId' | 'since' | 'agendaVersion'> | null,
): Promise<Agenda> {
  const { rows } = await tx.execute<AgendaItem>(sql`
    select id, title, about, minutes, kind from agenda_item
    where session_id = ${session.sessionId} order by position`);
  return {
    startsAt: session.startsAt,
    items: rows,
    version: live?.agendaVersion ?? 0,
    currentId: live?.currentId ?? null,
    since: live?.since ?? null,
  };
}

/** Keeps the current item of a session whose row this transaction has locked. */
export async function saveCurrentItem(
  tx: Tx,
  sessionId: SessionId,
  { currentId, since }: Agenda,
): Promise<void> {
  await tx.execute(sql`
    update session_live
    set current_item_id = ${currentId}, current_since = ${since === null ? null : momentOf(since)}
    where session_id = ${sessionId}`);
}

/** Keeps the items as they are by now, in a session whose row this transaction has locked. */
export async function saveItems(
  tx: Tx,
  sessionId: SessionId,
  { items, version }: Agenda,
): Promise<void> {
  const kept = JSON.stringify(items.map((item, position) => ({ ...item, position })));
  const rows = sql`jsonb_to_recordset(${kept}::jsonb)
    as kept (id uuid, position smallint, title text, about text, minutes smallint, kind text)`;
  await tx.execute(sql`
    delete from agenda_item
    where session_id = ${sessionId} and id not in (select kept.id from ${rows})`);
  await tx.execute(sql`
    insert into agenda_item (id, session_id, position, title, about, minutes, kind)
    select id, ${sessionId}::uuid, position, title, about, minutes, kind from ${rows}
    on conflict (id) do update set position = excluded.position, title = excluded.title,
      about = excluded.about, minutes = excluded.minutes, kind = excluded.kind`);
  await tx.execute(sql`
    update session_live set agenda_version = ${version} where session_id = ${sessionId}`);
}
