import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import * as queries from '#shared/features/session/chat/queries.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { answerQuery, type Load } from '../../../platform/handler.ts';
import { loadSession } from '../planned.ts';
import { holdsSeat } from '../roster/repository.ts';
import { messagesBefore } from './repository.ts';

const MESSAGES_PER_ANSWER = 100;

export const earlierMessages = answerQuery(queries.earlierMessages, loadSeated, (call) =>
  messagesBefore(call.tx, call.object.sessionId, call.input.before, MESSAGES_PER_ANSWER),
);

/** For participants alone: to whoever has no seat in it there is nothing to be found. */
async function loadSeated(
  ask: Parameters<Load<{ readonly sessionId: SessionId }, SessionStanding>>[0],
): Promise<SessionStanding | null> {
  const { tx, input, subject, now } = ask;
  const seated = await holdsSeat(tx, input.sessionId, subject.personId, now);
  return seated ? loadSession(ask) : null;
}
