import { assertNever } from '#shared/kernel/assert-never.ts';
import { type Accepted, accept, type Decision, refuse } from '#shared/kernel/decision.ts';
import { type Instant, SECOND_MS } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { EndingFact } from './facts.ts';
import type { Ending } from './model.ts';

/** Time to see that it was the wrong button, and short enough to say goodbye in. */
export const ENDING_UNDO_MS = 10 * SECOND_MS;

/** Begins to end the session. One that is being ended already ends when it was going to. */
export function beginEnding(
  ending: Ending,
  by: PersonId,
  at: Instant,
): Decision<EndingFact, 'session-over'> {
  if (ending.status === 'ended') return refuse('session-over');
  if (ending.status === 'begun') return accept();
  return accept({ type: 'ending-begun', by, at, endsAt: at + ENDING_UNDO_MS });
}

/** Takes it back. Late is late, also in the moment before anybody has been put out. */
export function undoEnding(
  ending: Ending,
  by: PersonId,
  at: Instant,
): Decision<EndingFact, 'session-over'> {
  if (ending.status === 'none') return accept();
  if (ending.status === 'ended' || at >= ending.endsAt) return refuse('session-over');
  return accept({ type: 'ending-undone', by, at });
}

/** Ends what is due. */
export function endWhenDue(ending: Ending, now: Instant): Accepted<EndingFact> {
  return isEndingDue(ending, now) ? accept({ type: 'session-ended', at: now }) : accept();
}

export function isEndingDue(ending: Ending, now: Instant): boolean {
  return ending.status === 'begun' && now >= ending.endsAt;
}

/** Carries it one fact forward. */
export function evolveEnding(_ending: Ending, fact: EndingFact): Ending {
  switch (fact.type) {
    case 'ending-begun':
      return { status: 'begun', by: fact.by, endsAt: fact.endsAt };
    case 'ending-undone':
      return { status: 'none' };
    case 'session-ended':
      return { status: 'ended', at: fact.at };
    default:
      return assertNever(fact);
  }
}
