import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import * as queries from '#shared/features/session/chat/queries.ts';
import type { BreakoutId, SessionId } from '#shared/kernel/ids.ts';
import { answerQuery, type Calling, type Load } from '../../../platform/handler.ts';
import { sitsIn } from '../breakout/repository.ts';
import { isOver, loadSession } from '../planned.ts';
import { hasHeldSeat, holdsSeat } from '../roster/repository.ts';
import { countMessages, messagesAfter, messagesBefore, messagesWith } from './repository.ts';

const MESSAGES_PER_ANSWER = 100;
const HITS_PER_ANSWER = 50;
const EXPORTED_PER_ANSWER = 200;

export const earlierMessages = answerQuery(queries.earlierMessages, loadSeated, (call) =>
  messagesBefore(call.tx, placeIn(call), call.input.before, MESSAGES_PER_ANSWER),
);

export const searchMessages = answerQuery(queries.searchMessages, loadSeated, (call) =>
  messagesWith(call.tx, placeIn(call), call.input.text, HITS_PER_ANSWER),
);

export const exportChat = answerQuery(
  queries.exportChat,
  loadOnceSeated,
  async ({ tx, object, input }) => {
    const { sessionId, title, courseCode, startsAt } = object;
    const after = input.after ?? null;
    const found = await messagesAfter(tx, sessionId, after, EXPORTED_PER_ANSWER + 1);
    const messages = found
      .slice(0, EXPORTED_PER_ANSWER)
      .map(({ by: _, reactions: __, guest, ...message }) => ({
        ...message,
        ...(guest && { guest }),
      }));
    const total = await countMessages(tx, sessionId);
    return { title, courseCode, startsAt, total, messages, more: found.length > messages.length };
  },
);

type Asked = { readonly sessionId: SessionId; readonly breakoutId?: BreakoutId | undefined };

function placeIn({ object, input }: Pick<Calling<Asked, SessionStanding>, 'object' | 'input'>) {
  return { sessionId: object.sessionId, breakoutId: input.breakoutId ?? null };
}

/** For whoever has sat in it. */
export async function loadOnceSeated(
  ask: Parameters<Load<Pick<Asked, 'sessionId'>, SessionStanding>>[0],
): Promise<SessionStanding | null> {
  const held = await hasHeldSeat(ask.tx, ask.input.sessionId, ask.subject.personId);
  return held ? loadSession(ask) : null;
}

/** For participants alone, and when it is over for whoever has been one: to anybody else there is nothing to be found. */
async function loadSeated(
  ask: Parameters<Load<Asked, SessionStanding>>[0],
): Promise<SessionStanding | null> {
  const { tx, input, subject, now } = ask;
  const { sessionId, breakoutId } = input;
  const { personId } = subject;
  // A group's words are for those inside.
  if (breakoutId && !(await sitsIn(tx, breakoutId, personId))) return null;
  if (await holdsSeat(tx, sessionId, personId, now)) return loadSession(ask);
  if (!(await hasHeldSeat(tx, sessionId, personId))) return null;
  const session = await loadSession(ask);
  return session && isOver(session, now) ? session : null;
}
