import * as queries from '#shared/features/session/pause-for-all/queries.ts';
import { answerQuery } from '../../../platform/handler.ts';
import { loadSession } from '../planned.ts';
import { isReady } from './repository.ts';

export const ownReady = answerQuery(queries.ownReady, loadSession, async (call) => {
  const { object, subject, tx } = call;
  return { ready: await isReady(tx, object.sessionId, subject.personId) };
});
