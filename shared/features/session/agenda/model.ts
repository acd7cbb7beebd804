import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';

export const agendaItem = z.object({
  id: id<'agenda-item'>(),
  title: z.string(),
  /** What one does in this item, in a sentence or two; may be empty. */
  about: z.string(),
  minutes: z.number(),
  kind: z.enum(['item', 'pause']),
});
export type AgendaItem = z.infer<typeof agendaItem>;

/** Timed items in order; the planned start of each is the session's start plus what comes before it. */
export const agenda = z.object({
  startsAt: z.number(),
  items: z.array(agendaItem),
  /** Null until the first item has begun. */
  currentId: z.nullable(id<'agenda-item'>()),
  /** When the current item began. */
  since: z.nullable(z.number()),
});
export type Agenda = z.infer<typeof agenda>;
