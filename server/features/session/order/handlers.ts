import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import { sessionChannel } from '#shared/features/session/channel.ts';
import { sessionDoorChannel } from '#shared/features/session/order/channel.ts';
import * as commands from '#shared/features/session/order/commands.ts';
import type { OrderFact } from '#shared/features/session/order/facts.ts';
import type { Order } from '#shared/features/session/order/model.ts';
import * as rules from '#shared/features/session/order/rules.ts';
import { type Accepted, refuse } from '#shared/kernel/decision.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { answer, handle, type Running } from '../../../platform/handler.ts';
import { lockAtSeat } from '../live-session.ts';
import { noteAct } from '../moderation/log.ts';
import { isOver, loadSession } from '../planned.ts';
import { orderOf, saveOrder } from './repository.ts';

export const lockSession = handle(commands.lockSession, loadSession, (call) =>
  keepOrder(call, (order, by, at) => rules.setLocked(order, call.input.locked, by, at)),
);

export const closeChat = handle(commands.closeChat, loadSession, (call) =>
  keepOrder(call, (order, by, at) => rules.setChatClosed(order, call.input.closed, by, at)),
);

type Decide = (order: Order, by: PersonId, at: Instant) => Accepted<OrderFact>;

/** Decides, keeps it, notes who did it, and tells it: inside to all, outside that the door was turned. */
async function keepOrder(call: Running<unknown, SessionStanding>, decide: Decide) {
  const { subject, tx, publish } = call;
  const { sessionId } = call.object;
  if (isOver(call.object, call.now)) return refuse('session-over');
  const by = subject.personId;
  const at = await lockAtSeat(tx, sessionId, by);
  if (!at) return refuse('not-joined');
  // Whoever teaches it no longer, since this waits for the lock, decides nothing.
  const again = await call.askAgain();
  if (!again) return refuse('not-found');
  const before = orderOf(at.live);
  const { facts } = decide(before, by, again.now);
  if (facts.length === 0) return answer({});
  const next = facts.reduce(rules.evolveOrder, before);
  await saveOrder(tx, sessionId, next, again.now);
  for (const { type: act } of facts)
    await noteAct(tx, { sessionId, act, by, about: null, at: again.now });
  publish(sessionChannel, sessionId, facts);
  publish(sessionDoorChannel, sessionId, rules.heardAtDoor(before, next).facts);
  return answer({});
}
