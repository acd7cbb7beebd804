import * as commands from '#shared/features/session/poll/commands.ts';
import * as queries from '#shared/features/session/poll/queries.ts';
import * as rules from '#shared/features/session/poll/rules.ts';
import { refuse } from '#shared/kernel/decision.ts';
import { answer, answerQuery, handle } from '../../../platform/handler.ts';
import { newId } from '../../../platform/new-id.ts';
import { lockOrOpenLive } from '../live-session.ts';
import { isOver, loadSession } from '../planned.ts';
import { addPrepared, dropPrepared, preparedIn } from './prepared.ts';

/** Also by a teacher who is not in: a session is planned before anybody can come to it. */
export const preparePoll = handle(commands.preparePoll, loadSession, async (call) => {
  const { input, object, subject, now, tx } = call;
  const { sessionId, ...asked } = input;
  if (isOver(object, now)) return refuse('session-over');
  await lockOrOpenLive(tx, sessionId);
  const ready = await preparedIn(tx, sessionId);
  const decision = rules.preparePoll(ready.length, asked);
  if (!decision.ok) return decision;
  const id = newId<'prepared-poll'>();
  await addPrepared(tx, sessionId, id, asked, subject.personId);
  return answer({ id });
});

export const dropPreparedPoll = handle(commands.dropPreparedPoll, loadSession, async (call) => {
  const { input, object, tx } = call;
  await dropPrepared(tx, object.sessionId, input.preparedId);
  return answer({});
});

export const preparedPolls = answerQuery(
  queries.preparedPolls,
  loadSession,
  async ({ object, tx, now }) => ({
    polls: await preparedIn(tx, object.sessionId),
    isOver: isOver(object, now),
  }),
);
