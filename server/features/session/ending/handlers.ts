import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import { sessionChannel } from '#shared/features/session/channel.ts';
import * as commands from '#shared/features/session/ending/commands.ts';
import type { EndingFact } from '#shared/features/session/ending/facts.ts';
import type { Ending } from '#shared/features/session/ending/model.ts';
import * as rules from '#shared/features/session/ending/rules.ts';
import { refuse } from '#shared/kernel/decision.ts';
import {
  answer,
  type Calling,
  type CommandHandler,
  handle,
  type Publish,
} from '../../../platform/handler.ts';
import { lockAtSeat } from '../live-session.ts';
import { tellWaiting } from '../lobby/keeping.ts';
import { noteAct } from '../moderation/log.ts';
import { isOver, loadSession } from '../planned.ts';
import type { SeatKeeper } from '../roster/seat-keeper.ts';
import { endingOf, saveEnding } from './repository.ts';

type Call = Calling<unknown, SessionStanding> & { readonly publish: Publish };

/** The keeper is told when it takes effect, so that no browser has to. */
export function endSession(
  keeper: Pick<SeatKeeper, 'expectEnding'>,
): CommandHandler<typeof commands.endSession, SessionStanding> {
  return handle(commands.endSession, loadSession, async (call) => {
    const { object, subject, now, tx } = call;
    if (isOver(object, now)) return refuse('session-over');
    const at = await lockAtSeat(tx, object.sessionId, subject.personId);
    if (!at) return refuse('not-joined');
    const ending = endingOf(object, at.live);
    const decision = rules.beginEnding(ending, subject.personId, now);
    if (!decision.ok) return decision;
    const next = await keep(call, ending, decision.facts);
    if (next.status === 'begun') keeper.expectEnding(object.sessionId, next.endsAt);
    return answer({});
  });
}

export const undoEnding = handle(commands.undoEnding, loadSession, async (call) => {
  const { object, subject, now, tx } = call;
  if (isOver(object, now)) return refuse('session-over');
  const at = await lockAtSeat(tx, object.sessionId, subject.personId);
  if (!at) return refuse('not-joined');
  const ending = endingOf(object, at.live);
  const decision = rules.undoEnding(ending, subject.personId, now);
  if (!decision.ok) return decision;
  await keep(call, ending, decision.facts);
  return answer({});
});

/** Keeps what was decided, notes who did it, and tells it. */
async function keep(
  { tx, object, subject, now, publish }: Call,
  before: Ending,
  facts: readonly EndingFact[],
): Promise<Ending> {
  const { sessionId } = object;
  const next = facts.reduce(rules.evolveEnding, before);
  if (facts.length === 0) return next;
  await saveEnding(tx, sessionId, next);
  for (const { type: act } of facts) {
    // It ends by the clock: nobody's act, and never decided here.
    if (act === 'session-ended') continue;
    await noteAct(tx, { sessionId, act, by: subject.personId, about: null, at: now });
  }
  publish(sessionChannel, sessionId, facts);
  const at = next.status === 'begun' ? next.endsAt : null;
  await tellWaiting({ tx, publish }, sessionId, { type: 'door-ending', at });
  return next;
}
