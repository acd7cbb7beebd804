import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { command } from '#shared/wire/contract.ts';

const agendaItemId = id<'agenda-item'>();

/**
 * Makes another item the current one, forward or back. `from` is what the screen showed: when two teachers
 * press "next" at once, the second is told so and no item is skipped.
 */
export const stepAgenda = command({
  name: 'agenda/step',
  action: 'agenda/step',
  input: z.object({ sessionId: id<'session'>(), from: z.nullable(agendaItemId), to: agendaItemId }),
  output: z.object({}),
  refusals: ['not-joined', 'unknown-item', 'already-stepped', 'session-over'],
});
