import * as queries from '#shared/features/session/agenda/queries.ts';
import { answerQuery } from '../../../platform/handler.ts';
import { readLive } from '../live-session.ts';
import { loadSession } from '../planned.ts';
import { agendaOf } from './repository.ts';

export const editableAgenda = answerQuery(
  queries.editableAgenda,
  loadSession,
  async ({ object, tx }) => ({
    agenda: await agendaOf(tx, object, await readLive(tx, object.sessionId)),
  }),
);
