import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';

export const agendaFact = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('agenda-stepped'),
    to: id<'agenda-item'>(),
    by: id<'person'>(),
    at: z.number(),
  }),
]);
export type AgendaFact = z.infer<typeof agendaFact>;
