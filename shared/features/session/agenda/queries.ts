import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { query } from '#shared/wire/contract.ts';
import { agenda, agendaBeginnings } from './model.ts';

/** The whole agenda as it can be changed, for a teacher who is not in the session. */
export const editableAgenda = query({
  name: 'agenda/editable',
  action: 'agenda/edit',
  input: z.object({ sessionId: id<'session'>() }),
  output: z.object({ agenda }),
});

/** What this session's agenda can begin from. */
export const agendaBeginningsQuery = query({
  name: 'agenda/beginnings',
  action: 'agenda/edit',
  input: z.object({ sessionId: id<'session'>() }),
  output: agendaBeginnings,
});
