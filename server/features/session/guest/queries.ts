import * as queries from '#shared/features/session/guest/queries.ts';
import { answerQuery } from '../../../platform/handler.ts';
import { isOver, loadSession } from '../planned.ts';
import { linksOf } from './repository.ts';

export const guestLinks = answerQuery(queries.guestLinks, loadSession, async (call) => {
  const { object, now, tx } = call;
  const { sessionId, startsAt, endsAt } = object;
  const links = await linksOf(tx, sessionId, now);
  return { now, startsAt, endsAt, isOver: isOver(object, now), links };
});
