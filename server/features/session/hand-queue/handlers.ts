import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import { sessionChannel } from '#shared/features/session/channel.ts';
import * as commands from '#shared/features/session/hand-queue/commands.ts';
import type { HandFact } from '#shared/features/session/hand-queue/facts.ts';
import type { HandQueue } from '#shared/features/session/hand-queue/model.ts';
import * as rules from '#shared/features/session/hand-queue/rules.ts';
import { refuse } from '#shared/kernel/decision.ts';
import type { BreakoutId, PersonId } from '#shared/kernel/ids.ts';
import { answer, type Calling, handle, type Publish } from '../../../platform/handler.ts';
import { keepHands } from '../breakout/keeping.ts';
import { breakoutQueue, splitOf } from '../breakout/repository.ts';
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
    const line = await lockLine(call);
    if (!line) return refuse('not-joined');

    const decision = rules.raiseHand(line.queue, subject.personId, now);
    if (!decision.ok) return decision;
    const next = await keep(call, line, decision.facts);
    return answer({ place: rules.placeInQueue(next, subject.personId) });
  },
  { gateAhead: true },
);

export const lowerHand = handle(commands.lowerHand, loadSession, async (call) => {
  const { subject, now } = call;
  const line = await lockLine(call);
  if (!line) return refuse('not-joined');

  await keep(
    call,
    line,
    rules.lowerHand(line.queue, subject.personId, subject.personId, now).facts,
  );
  return answer({});
});

export const lowerHandOf = handle(commands.lowerHandOf, loadSession, async (call) => {
  const { input, subject, now } = call;
  const line = await lockLine(call);
  if (!line) return refuse('not-joined');

  await keep(call, line, rules.lowerHand(line.queue, input.personId, subject.personId, now).facts);
  return answer({});
});

export const endWord = handle(commands.endWord, loadSession, async (call) => {
  const { subject, now } = call;
  const line = await lockLine(call);
  if (!line) return refuse('not-joined');

  const decision = rules.endWord(line.queue, subject.personId, subject.personId, now);
  if (!decision.ok) return decision;
  await keep(call, line, decision.facts);
  return answer({});
});

export const endWordOf = handle(commands.endWordOf, loadSession, async (call) => {
  const { input, subject, now } = call;
  const line = await lockLine(call);
  if (!line) return refuse('not-joined');

  const decision = rules.endWord(line.queue, input.personId, subject.personId, now);
  if (!decision.ok) return decision;
  await keep(call, line, decision.facts);
  return answer({});
});

export const giveWord = handle(commands.giveWord, loadSession, async (call) => {
  const { input, subject, now } = call;
  const line = await lockLine(call);
  if (!line) return refuse('not-joined');

  const onPause = await peopleOnPause(call);
  // There nobody here would hear them, nor could they give it back.
  if ((await peopleElsewhere(call, line)).includes(input.personId)) return refuse('in-breakout');
  const decision = rules.giveWord(line.queue, input.personId, subject.personId, now, onPause);
  if (!decision.ok) return decision;
  await keep(call, line, decision.facts);
  return answer({});
});

export const callNext = handle(commands.callNext, loadSession, async (call) => {
  const { input, subject, now } = call;
  const line = await lockLine(call);
  if (!line) return refuse('not-joined');

  const away = [...(await peopleOnPause(call)), ...(await peopleElsewhere(call, line))];
  const decision = rules.callNext(line.queue, input.expected, subject.personId, now, away);
  if (!decision.ok) return decision;
  await keep(call, line, decision.facts);
  return answer({});
});

export const setQueueOpen = handle(commands.setQueueOpen, loadSession, async (call) => {
  const { input, subject, now } = call;
  const line = await lockLine(call);
  if (!line) return refuse('not-joined');

  await keep(call, line, rules.setQueueOpen(line.queue, input.open, subject.personId, now).facts);
  return answer({});
});

type Line = {
  readonly queue: HandQueue;
  /** The breakout whose it is; null: everybody's. */
  readonly breakoutId: BreakoutId | null;
};

/** The queue of the room that the caller sits in, as it stands; null for one who sits in none. */
async function lockLine({ tx, object, subject }: Call): Promise<Line | null> {
  const at = await lockAtSeat(tx, object.sessionId, subject.personId);
  if (!at) return null;
  const { breakoutId, live } = at;
  const queue = breakoutId === null ? live.handQueue : await breakoutQueue(tx, breakoutId);
  return { queue, breakoutId };
}

async function peopleOnPause({ tx, object }: Call): Promise<readonly PersonId[]> {
  return (await pausesIn(tx, object.sessionId)).map(({ personId }) => personId);
}

/** Whoever stands in everybody's queue and is in a breakout keeps the place, and is not called. */
async function peopleElsewhere(
  { tx, object }: Call,
  { breakoutId }: Line,
): Promise<readonly PersonId[]> {
  if (breakoutId !== null) return [];
  const split = await splitOf(tx, object.sessionId);
  return split?.rooms.flatMap(({ inside }) => inside) ?? [];
}

async function keep(
  { tx, object, publish }: Call,
  { queue, breakoutId }: Line,
  facts: readonly HandFact[],
): Promise<HandQueue> {
  if (facts.length === 0) return queue;
  const next = facts.reduce(rules.evolveHandQueue, queue);
  if (breakoutId !== null) {
    await keepHands({ tx, publish }, object.sessionId, breakoutId, facts);
    return next;
  }
  await saveHandQueue(tx, object.sessionId, next);
  publish(sessionChannel, object.sessionId, facts);
  return next;
}
