import { assertNever } from '#shared/kernel/assert-never.ts';
import { type Accepted, accept, type Decision, refuse } from '#shared/kernel/decision.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { HandFact } from './facts.ts';
import type { HandQueue } from './model.ts';

/** 1 is first in line; 0 is not in line. */
export function placeInQueue(queue: HandQueue, personId: PersonId): number {
  return queue.hands.findIndex((hand) => hand.personId === personId) + 1;
}

/** Joins the back of the queue. A second raise keeps the first place, so a retry is harmless. */
export function raiseHand(
  queue: HandQueue,
  by: PersonId,
  at: Instant,
): Decision<HandFact, 'queue-closed' | 'has-the-word'> {
  if (placeInQueue(queue, by) > 0) return accept();
  if (queue.word?.personId === by) return refuse('has-the-word');
  if (!queue.open) return refuse('queue-closed');
  return accept({ type: 'hand-raised', personId: by, at });
}

/** Lowers a hand: one's own, or another's for a teacher. A hand that is not up changes nothing. */
export function lowerHand(
  queue: HandQueue,
  personId: PersonId,
  by: PersonId,
  at: Instant,
): Accepted<HandFact> {
  if (placeInQueue(queue, personId) === 0) return accept();
  return accept({ type: 'hand-lowered', personId, by, at });
}

/** Ends the word of the one who has it: "Ferdig", or a teacher takes it back. */
export function endWord(
  queue: HandQueue,
  personId: PersonId,
  by: PersonId,
  at: Instant,
): Decision<HandFact, 'has-not-the-word'> {
  if (queue.word?.personId !== personId) return refuse('has-not-the-word');
  return accept({ type: 'word-ended', personId, by, at });
}

/**
 * Gives the word to somebody in line; it ends for the one who had it. Giving it twice changes nothing. Whoever is on pause
 * keeps the place, and is not called.
 */
export function giveWord(
  queue: HandQueue,
  to: PersonId,
  by: PersonId,
  at: Instant,
  onPause: readonly PersonId[] = [],
): Decision<HandFact, 'not-in-queue' | 'on-pause'> {
  if (queue.word?.personId === to) return accept();
  if (onPause.includes(to)) return refuse('on-pause');
  if (placeInQueue(queue, to) === 0) return refuse('not-in-queue');
  return accept(...handOver(queue, to, by, at));
}

/** Who is called next: the first in line who is not on pause. */
export function nextInLine(
  queue: HandQueue,
  onPause: readonly PersonId[] = [],
): PersonId | undefined {
  return queue.hands.find(({ personId }) => !onPause.includes(personId))?.personId;
}

/** Gives the word to the next in line, if that is still whom the screen showed: two presses call one person. */
export function callNext(
  queue: HandQueue,
  expected: PersonId,
  by: PersonId,
  at: Instant,
  onPause: readonly PersonId[] = [],
): Decision<HandFact, 'queue-empty' | 'already-called'> {
  const first = nextInLine(queue, onPause);
  if (first === expected) return accept(...handOver(queue, expected, by, at));
  const called = first !== undefined || queue.word?.personId === expected;
  return refuse(called ? 'already-called' : 'queue-empty');
}

/** Opens or closes the queue for new hands. Those in line keep their place. */
export function setQueueOpen(
  queue: HandQueue,
  open: boolean,
  by: PersonId,
  at: Instant,
): Accepted<HandFact> {
  if (queue.open === open) return accept();
  return accept({ type: open ? 'queue-opened' : 'queue-closed', by, at });
}

/** What a person who is no longer here leaves behind: the hand goes down and the word ends, by nobody. */
export function withdraw(queue: HandQueue, personId: PersonId, at: Instant): readonly HandFact[] {
  const facts: HandFact[] = [];
  if (placeInQueue(queue, personId) > 0) {
    facts.push({ type: 'hand-lowered', personId, by: null, at });
  }
  if (queue.word?.personId === personId) facts.push({ type: 'word-ended', personId, by: null, at });
  return facts;
}

/** Carries the queue one fact forward. */
export function evolveHandQueue(queue: HandQueue, fact: HandFact): HandQueue {
  switch (fact.type) {
    case 'hand-raised':
      if (placeInQueue(queue, fact.personId) > 0) return queue;
      return { ...queue, hands: [...queue.hands, { personId: fact.personId, at: fact.at }] };
    case 'hand-lowered':
      return { ...queue, hands: without(queue.hands, fact.personId) };
    case 'word-given':
      return {
        ...queue,
        hands: without(queue.hands, fact.to),
        word: { personId: fact.to, since: fact.at },
      };
    case 'word-ended':
      return queue.word?.personId === fact.personId ? { ...queue, word: null } : queue;
    case 'queue-opened':
      return { ...queue, open: true };
    case 'queue-closed':
      return { ...queue, open: false };
    default:
      return assertNever(fact);
  }
}

function handOver(queue: HandQueue, to: PersonId, by: PersonId, at: Instant): readonly HandFact[] {
  const given: HandFact = { type: 'word-given', to, by, at };
  return queue.word
    ? [{ type: 'word-ended', personId: queue.word.personId, by, at }, given]
    : [given];
}

function without(hands: HandQueue['hands'], personId: PersonId): HandQueue['hands'] {
  return hands.filter((hand) => hand.personId !== personId);
}
