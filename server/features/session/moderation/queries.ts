import * as queries from '#shared/features/session/moderation/queries.ts';
import { answerQuery } from '../../../platform/handler.ts';
import { keptOutOf } from '../../programme/public.ts';
import { loadSession } from '../planned.ts';
import { actsIn } from './log.ts';

export const sessionLog = answerQuery(queries.sessionLog, loadSession, async ({ object, tx }) => ({
  entries: await actsIn(tx, object.sessionId),
  keptOut: await keptOutOf(tx, object.sessionId),
}));
