import { and, eq, sql } from 'drizzle-orm';
import type {
  AgendaBeginning,
  AgendaBeginnings,
  PlannedItem,
} from '#shared/features/session/agenda/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { AgendaTemplateId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import { newId } from '../../../platform/new-id.ts';
import type { Tx } from '../../../storage/database.ts';
import { msOf } from '../../../storage/moment.ts';
import { agendaTemplates } from './tables.ts';

type Template = AgendaBeginnings['templates'][number];

/** The last session before this one of the same people in the same course that was not cancelled and had an agenda. */
export async function lastAgenda(tx: Tx, sessionId: SessionId): Promise<AgendaBeginnings['last']> {
  type Row = { readonly id: SessionId; readonly title: string; readonly startsAt: Instant };
  const { rows } = await tx.execute<Row>(sql`
    select l.id, l.title, ${msOf(sql`l.starts_at`)} as "startsAt"
    from session s join session l on l.course_id = s.course_id and l.cohort_id = s.cohort_id
      and l.group_id is not distinct from s.group_id and l.starts_at < s.starts_at
    where s.id = ${sessionId} and l.deleted_at is null and l.cancelled_at is null
      and exists (select from agenda_item where session_id = l.id)
    order by l.starts_at desc, l.id desc limit 1`);
  const [last] = rows;
  if (!last) return null;
  const { id, ...about } = last;
  return { ...about, items: await agendaAgain(tx, id) };
}

/** The items of a session to begin another with, as they were planned (AFTER-7). */
export async function agendaAgain(tx: Tx, sessionId: SessionId): Promise<PlannedItem[]> {
  const { rows } = await tx.execute<PlannedItem>(sql`
    select title, about, minutes, kind from agenda_item
    where session_id = ${sessionId} order by position`);
  return rows;
}

/** Whoever teaches the session has their own templates, and those of its course. By name. */
export async function templatesFor(
  tx: Tx,
  sessionId: SessionId,
  me: PersonId,
): Promise<Template[]> {
  const { rows } = await tx.execute<Template>(sql`
    select t.id, t.name, t.of_course as "ofCourse",
      t.person_id is not distinct from ${me}::uuid as mine, t.items
    from agenda_template t join session s on s.id = ${sessionId}
    where t.person_id = ${me} or (t.of_course and t.course_id = s.course_id)
    order by t.of_course, lower(t.name), t.id limit 200`);
  return rows;
}

/** The items of what an agenda is to begin from; null where this teacher has no such thing for this session. */
export async function itemsOf(
  tx: Tx,
  sessionId: SessionId,
  me: PersonId,
  from: AgendaBeginning,
): Promise<readonly PlannedItem[] | null> {
  if (from.kind === 'last') return (await lastAgenda(tx, sessionId))?.items ?? null;
  const found = (await templatesFor(tx, sessionId, me)).find(({ id }) => id === from.templateId);
  return found?.items ?? null;
}

export async function countTemplates(tx: Tx, personId: PersonId): Promise<number> {
  return tx.$count(agendaTemplates, eq(agendaTemplates.personId, personId));
}

/** Keeps a template; null where the same person has one by that name. */
export async function saveTemplate(
  tx: Tx,
  given: Omit<typeof agendaTemplates.$inferInsert, 'id'>,
): Promise<AgendaTemplateId | null> {
  const id = newId<'agenda-template'>();
  const kept = await tx
    .insert(agendaTemplates)
    .values({ ...given, id })
    .onConflictDoNothing({ target: [agendaTemplates.personId, agendaTemplates.name] })
    .returning({ id: agendaTemplates.id });
  return kept[0]?.id ?? null;
}

/** @returns whether that person kept such a template */
export async function dropTemplate(
  tx: Tx,
  id: AgendaTemplateId,
  personId: PersonId,
): Promise<boolean> {
  const dropped = await tx
    .delete(agendaTemplates)
    .where(and(eq(agendaTemplates.id, id), eq(agendaTemplates.personId, personId)))
    .returning({ id: agendaTemplates.id });
  return dropped.length > 0;
}
