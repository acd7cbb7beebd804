import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import { sessionChannel } from '#shared/features/session/channel.ts';
import * as commands from '#shared/features/session/hand-queue/commands.ts';
import type { HandFact } from '#shared/features/session/hand-queue/facts.ts';
import type { HandQueue } from '#shared/features/session/hand-queue/model.ts';
import * as rules from '#shared/features/session/hand-queue/rules.ts';
import { refuse } from '#shared/kernel/decision.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { answer, type Calling, handle, type Publish } from '../../../platform/handler.ts';
import { lockAtSeat } from '../live-session.ts';
import { pausesIn } from '../pause/repository.ts';
import { isOver, loadSession } from '../planned.ts';
import { saveHandQueue } from './repository.ts';

type Call = Calling<unknown, SessionStanding> & { readonly publish: Publish };

export const raiseHand = handle(
  commands.raiseHand,
  loadSession,
  async (call) => {
    const { object, subject, now } = call;
    if (isOver(object, now)) return refuse('session-over');
    const queue = await lockQueue(call);
    if (!queue) return refuse('not-joined');

    const decision = rules.raiseHand(queue, subject.personId, now);
    if (!decision.ok) return decision;
    const next = await keep(call, queue, decision.facts);
    return answer({ place: rules.placeInQueue(next, subject.personId) });
  },
  { gateAhead: true },
);

export const lowerHand = handle(commands.lowerHand, loadSession, async (call) => {
  const { subject, now } = call;
  const queue = await lockQueue(call);
  if (!queue) return refuse('not-joined');

  await keep(call, queue, rules.lowerHand(queue, subject.personId, subject.personId, now).facts);
  return answer({});
});

export const lowerHandOf = handle(commands.lowerHandOf, loadSession, async (call) => {
  const { input, subject, now } = call;
  const queue = await lockQueue(call);
  if (!queue) return refuse('not-joined');

  await keep(call, queue, rules.lowerHand(queue, input.personId, subject.personId, now).facts);
  return answer({});
});

export const endWord = handle(commands.endWord, loadSession, async (call) => {
  const { subject, now } = call;
  const queue = await lockQueue(call);
  if (!queue) return refuse('not-joined');

  const decision = rules.endWord(queue, subject.personId, subject.personId, now);
  if (!decision.ok) return decision;
  await keep(call, queue, decision.facts);
  return answer({});
});

export const endWordOf = handle(commands.endWordOf, loadSession, async (call) => {
  const { input, subject, now } = call;
  const queue = await lockQueue(call);
  if (!queue) return refuse('not-joined');

  const decision = rules.endWord(queue, input.personId, subject.personId, now);
  if (!decision.ok) return decision;
  await keep(call, queue, decision.facts);
  return answer({});
});

export const giveWord = handle(commands.giveWord, loadSession, async (call) => {
  const { input, subject, now } = call;
  const queue = await lockQueue(call);
  if (!queue) return refuse('not-joined');

  const onPause = await peopleOnPause(call);
  const decision = rules.giveWord(queue, input.personId, subject.personId, now, onPause);
  if (!decision.ok) return decision;
  await keep(call, queue, decision.facts);
  return answer({});
});

export const callNext = handle(commands.callNext, loadSession, async (call) => {
  const { input, subject, now } = call;
  const queue = await lockQueue(call);
  if (!queue) return refuse('not-joined');

  const onPause = await peopleOnPause(call);
  const decision = rules.callNext(queue, input.expected, subject.personId, now, onPause);
  if (!decision.ok) return decision;
  await keep(call, queue, decision.facts);
  return answer({});
});

export const setQueueOpen = handle(commands.setQueueOpen, loadSession, async (call) => {
  const { input, subject, now } = call;
  const queue = await lockQueue(call);
  if (!queue) return refuse('not-joined');

  await keep(call, queue, rules.setQueueOpen(queue, input.open, subject.personId, now).facts);
  return answer({});
});

/** The queue as it stands, for a caller who sits in the session; null for one who does not. */
async function lockQueue({ tx, object, subject }: Call): Promise<HandQueue | null> {
  const at = await lockAtSeat(tx, object.sessionId, subject.personId);
  return at?.live.handQueue ?? null;
}

async function peopleOnPause({ tx, object }: Call): Promise<readonly PersonId[]> {
  return (await pausesIn(tx, object.sessionId)).map(({ personId }) => personId);
}

async function keep(
  { tx, object, publish }: Call,
  queue: HandQueue,
  facts: readonly HandFact[],
): Promise<HandQueue> {
  if (facts.length === 0) return queue;
  const next = facts.reduce(rules.evolveHandQueue, queue);
  await saveHandQueue(tx, object.sessionId, next);
  publish(sessionChannel, object.sessionId, facts);
  return next;
}
