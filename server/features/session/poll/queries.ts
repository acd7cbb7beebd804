import * as queries from '#shared/features/session/poll/queries.ts';
import { answerQuery } from '../../../platform/handler.ts';
import type { PassingKeys } from '../../../storage/passing-keys.ts';
import { loadSession } from '../planned.ts';
import { hasAnsweredSealed } from '../sealed/tally.ts';
import { ballotOf, ballotsOf } from './ballots.ts';
import { closedPolls, pollOf } from './repository.ts';

export const ownAnswer = (keys: PassingKeys) =>
  answerQuery(queries.ownAnswer, loadSession, async ({ input, object, subject, tx }) => {
    const poll = await pollOf(tx, object.sessionId, input.pollId);
    const unknown = { answered: false, answer: null };
    if (!poll) return unknown;
    if (poll.named) {
      const answer = await ballotOf(tx, poll.id, subject.personId);
      return { answered: answer !== null, answer };
    }
    // Closed, nobody can tell any more.
    const key = poll.closedAt === null && (await keys.get(poll.id));
    if (!key) return unknown;
    return {
      answered: await hasAnsweredSealed(tx, { pollId: poll.id }, key, subject.personId),
      answer: null,
    };
  });

export const namedAnswers = answerQuery(
  queries.namedAnswers,
  loadSession,
  async ({ input, object, tx }) => {
    const poll = await pollOf(tx, object.sessionId, input.pollId);
    if (!poll?.named) return { answers: [] };
    return { answers: await ballotsOf(tx, object.sessionId, poll.id) };
  },
);

export const heldPolls = answerQuery(queries.heldPolls, loadSession, async ({ object, tx }) => ({
  polls: (await closedPolls(tx, object.sessionId)).map(
    ({ id, occasion, question, form, named, answers, totals }) => ({
      ...{ id, occasion, question, form, named, answers, totals },
    }),
  ),
}));
