import { breakoutChannel } from '#shared/features/session/breakout/channel.ts';
import type { BreakoutFact, GroupFact } from '#shared/features/session/breakout/facts.ts';
import type { Breakouts } from '#shared/features/session/breakout/model.ts';
import { evolveBreakouts, roomOf } from '#shared/features/session/breakout/rules.ts';
import { sessionChannel } from '#shared/features/session/channel.ts';
import type { HandFact } from '#shared/features/session/hand-queue/facts.ts';
import { evolveHandQueue, withdraw } from '#shared/features/session/hand-queue/rules.ts';
import type { BreakoutId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Unit } from '../../../platform/unit-of-work.ts';
import { saveHandQueue } from '../hand-queue/repository.ts';
import { lockLive } from '../live-session.ts';
import {
  breakoutQueue,
  giveChoice,
  movePeople,
  moveReturn,
  placeMember,
  saveAsked,
  saveBreakoutQueue,
  saveEnded,
} from './repository.ts';
import type { BreakoutTexts } from './texts.ts';

/** What is published and stored of a split session; the session's row is locked. */
export type Keeping = Pick<Unit, 'tx' | 'publish' | 'now'>;

/** Stores what has happened in a split session, and tells those whom it is for. */
export async function keepBreakouts(
  keeping: Keeping,
  sessionId: SessionId,
  split: Breakouts,
  facts: readonly BreakoutFact[],
): Promise<void> {
  if (facts.length === 0) return;
  const { publish } = keeping;
  let now: Breakouts | null = split;
  for (const fact of facts) {
    now = evolveBreakouts(now, fact);
    await save(keeping, sessionId, now, fact);
  }
  publish(sessionChannel, sessionId, facts);
  for (const fact of facts) if (isOfGroup(fact)) publish(breakoutChannel, fact.breakoutId, [fact]);
  for (const { personId, from } of whoLeft(split, now))
    await withdrawIn(keeping, sessionId, from, personId);
}

async function save(
  { tx, now: at }: Keeping,
  sessionId: SessionId,
  after: Breakouts | null,
  fact: BreakoutFact,
): Promise<void> {
  switch (fact.type) {
    case 'people-moved':
      return movePeople(tx, sessionId, fact.moves, at);
    case 'member-placed':
      return placeMember(tx, sessionId, fact.personId, fact.to);
    case 'choice-given':
      return giveChoice(tx, sessionId, fact.personId);
    case 'return-moved':
      return moveReturn(tx, sessionId, fact.endsAt);
    case 'breakouts-ended':
      return saveEnded(tx, sessionId, fact.at);
    case 'breakouts-opened':
    case 'breakout-hands':
      return;
    default: {
      const room = after?.rooms.find(({ id }) => id === fact.breakoutId);
      if (room) await saveAsked(tx, room);
    }
  }
}

/** The texts follow who belongs in their groups. */
export async function followInTexts(
  tx: Unit['tx'],
  split: Breakouts,
  facts: readonly BreakoutFact[],
  texts: Pick<BreakoutTexts, 'letIn' | 'letOut'>,
): Promise<void> {
  const after = facts.reduce<Breakouts | null>(evolveBreakouts, split);
  for (const fact of facts) {
    if (fact.type !== 'member-placed') continue;
    const [old, own] = [split, after].map((at) => textOf(at, fact.personId));
    if (old === own) continue;
    if (old) await texts.letOut(tx, old, [fact.personId]);
    if (own) await texts.letIn(tx, own, [fact.personId]);
  }
}

const textOf = (split: Breakouts | null, personId: PersonId) =>
  split?.rooms.find(({ members }) => members.includes(personId))?.documentId;

function isOfGroup(fact: BreakoutFact): fact is GroupFact {
  return 'breakoutId' in fact && fact.type !== 'breakout-hands';
}

/** Who is no longer in the room where they were, of those rooms that are still open. */
function whoLeft(before: Breakouts, after: Breakouts | null) {
  if (!after) return [];
  return before.rooms.flatMap(({ id, inside }) =>
    inside
      .filter((personId) => roomOf(after, personId)?.id !== id)
      .map((personId) => ({ personId, from: id })),
  );
}

/** Whoever leaves a room takes their hand down there, and has the word no more. */
async function withdrawIn(
  keeping: Keeping,
  sessionId: SessionId,
  breakoutId: BreakoutId,
  personId: PersonId,
): Promise<void> {
  const queue = await breakoutQueue(keeping.tx, breakoutId);
  await keepHands(keeping, sessionId, breakoutId, withdraw(queue, personId, keeping.now));
}

/** Stores what has happened in a group's hand queue, and tells those inside, and which hands are up the hosts. */
export async function keepHands(
  { tx, publish }: Pick<Keeping, 'tx' | 'publish'>,
  sessionId: SessionId,
  breakoutId: BreakoutId,
  facts: readonly HandFact[],
): Promise<void> {
  if (facts.length === 0) return;
  const next = facts.reduce(evolveHandQueue, await breakoutQueue(tx, breakoutId));
  await saveBreakoutQueue(tx, breakoutId, next);
  publish(breakoutChannel, breakoutId, facts);
  const hands = next.hands.map(({ personId }) => personId);
  publish(sessionChannel, sessionId, [{ type: 'breakout-hands', breakoutId, hands }]);
}

/** Whoever goes into a breakout with the word of all gives it back; a hand keeps its place until they are back. */
export async function endWordOfMoved(
  { tx, publish, now }: Keeping,
  sessionId: SessionId,
  moved: readonly PersonId[],
): Promise<void> {
  const live = await lockLive(tx, sessionId);
  const holder = live?.handQueue.word?.personId;
  if (!live || !holder || !moved.includes(holder)) return;
  const ended = { type: 'word-ended', personId: holder, by: null, at: now } as const;
  await saveHandQueue(tx, sessionId, evolveHandQueue(live.handQueue, ended));
  publish(sessionChannel, sessionId, [ended]);
}
