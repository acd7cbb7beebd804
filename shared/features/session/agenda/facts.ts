import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { agendaItem } from './model.ts';

const itemId = id<'agenda-item'>();
const done = { by: id<'person'>(), at: z.number() };

export const agendaFact = z.discriminatedUnion('type', [
  z.object({ type: z.literal('agenda-stepped'), to: itemId, ...done }),
  z.object({
    type: z.literal('agenda-item-added'),
    item: agendaItem,
    place: z.number(),
    ...done,
  }),
  z.object({ type: z.literal('agenda-item-changed'), item: agendaItem, ...done }),
  z.object({ type: z.literal('agenda-item-moved'), itemId, place: z.number(), ...done }),
  z.object({ type: z.literal('agenda-item-removed'), itemId, ...done }),
  z.object({ type: z.literal('agenda-filled'), items: z.array(agendaItem), ...done }),
]);
export type AgendaFact = z.infer<typeof agendaFact>;
