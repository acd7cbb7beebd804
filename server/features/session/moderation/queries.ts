import * as queries from '#shared/features/session/moderation/queries.ts';
import { answerQuery } from '../../../platform/handler.ts';
import { keptOutOf, removalOf } from '../../programme/public.ts';
import { loadSession } from '../planned.ts';
import { actsIn, letInBy } from './log.ts';

export const sessionLog = answerQuery(queries.sessionLog, loadSession, async (call) => {
  const { input, object, tx } = call;
  const keptOut = await keptOutOf(tx, object.sessionId);
  return {
    ...(await actsIn(tx, object.sessionId, input.before)),
    keptOut: keptOut.map(({ at, personId, displayName, byId, byName, words }) => ({
      ...{ at, personId, displayName, words },
      by: { personId: byId, displayName: byName },
    })),
  };
});

/** The removal itself is what is asked about: whoever was taken out has no way to the session any more. */
export const ownRemoval = answerQuery(
  queries.ownRemoval,
  async ({ subject }) => ({ ownerId: subject.personId }),
  async ({ input, object, tx }) => {
    const removal = await removalOf(tx, input.sessionId, object.ownerId);
    if (removal) {
      const { at, byName: by, words } = removal;
      return { removal: { at, by, words }, letInBy: null };
    }
    return { removal: null, letInBy: await letInBy(tx, input.sessionId, object.ownerId) };
  },
);
