import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { writtenLine, writtenText } from '#shared/kernel/written.ts';

export const AGENDA_ITEMS_MAX = 40;
/** Templates that one teacher keeps. */
export const AGENDA_TEMPLATES_MAX = 40;
export const TEMPLATE_NAME_MAX = 80;
/** Characters (UTF-16 code units). */
export const ITEM_TITLE_MAX = 120;
export const ITEM_ABOUT_MAX = 1000;
/** Eight hours. */
export const ITEM_MINUTES_MAX = 480;

const agendaItemId = id<'agenda-item'>();
const kind = z.enum(['item', 'pause']);

export const agendaItem = z.object({
  id: agendaItemId,
  title: z.string(),
  /** What one does in this item, in a sentence or two; may be empty. */
  about: z.string(),
  minutes: z.number(),
  kind,
});
export type AgendaItem = z.infer<typeof agendaItem>;

/** Timed items in order; the planned start of each is the session's start plus what comes before it. */
export const agenda = z.object({
  startsAt: z.number(),
  items: z.array(agendaItem),
  /** Rises by one with each change of the items, and with nothing else: a change names the one that it saw. */
  version: z.number(),
  /** Null until the first item has begun. */
  currentId: z.nullable(agendaItemId),
  /** When the current item began. */
  since: z.nullable(z.number()),
});
export type Agenda = z.infer<typeof agenda>;

/** What a teacher writes of an item. */
const plannedItem = z.object({
  title: writtenLine(ITEM_TITLE_MAX).check(z.minLength(1)),
  about: writtenText(ITEM_ABOUT_MAX),
  minutes: z.int().check(z.gte(1), z.lte(ITEM_MINUTES_MAX)),
  kind,
});
export type PlannedItem = z.infer<typeof plannedItem>;

/** A place in the agenda, 0 for the first. One beyond the end means the end. */
const place = z.int().check(z.gte(0), z.lte(AGENDA_ITEMS_MAX));

/** One change of the items. */
export const agendaEdit = z.discriminatedUnion('do', [
  z.object({ do: z.literal('add'), item: plannedItem, place }),
  z.object({ do: z.literal('change'), itemId: agendaItemId, item: plannedItem }),
  z.object({ do: z.literal('move'), itemId: agendaItemId, place }),
  z.object({ do: z.literal('remove'), itemId: agendaItemId }),
]);
export type AgendaEdit = z.infer<typeof agendaEdit>;

/** What a template is called. */
export const templateName = writtenLine(TEMPLATE_NAME_MAX).check(z.minLength(1));

const templateId = id<'agenda-template'>();
const items = z.array(z.omit(agendaItem, { id: true }));

/** What an agenda can begin from: the last session of the same people in the same course, and templates. */
export const agendaBeginnings = z.object({
  last: z.nullable(z.object({ title: z.string(), startsAt: z.number(), items })),
  templates: z.array(
    z.object({
      id: templateId,
      name: z.string(),
      /** For everybody who teaches the course; else one's own alone. */
      ofCourse: z.boolean(),
      /** Whether one keeps it oneself, and so may delete it. */
      mine: z.boolean(),
      items,
    }),
  ),
});
export type AgendaBeginnings = z.infer<typeof agendaBeginnings>;

/** One of them. */
export const agendaBeginning = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('last') }),
  z.object({ kind: z.literal('template'), templateId }),
]);
export type AgendaBeginning = z.infer<typeof agendaBeginning>;
