import { type Accepted, accept } from '#shared/kernel/decision.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { RosterFact } from '../roster/facts.ts';
import type { PauseFact } from './facts.ts';
import type { PauseChoice, PauseWish, QuietPause } from './model.ts';

/** The person's pause, or undefined. */
export function pauseOf(pauses: readonly QuietPause[], personId: PersonId): QuietPause | undefined {
  return pauses.find((pause) => pause.personId === personId);
}

/** Steps away. Whoever is on pause already has been since the first press: a retry is harmless. */
export function startPause(
  pauses: readonly QuietPause[],
  personId: PersonId,
  at: Instant,
): Accepted<PauseFact> {
  return pauseOf(pauses, personId) ? accept() : accept({ type: 'pause-started', personId, at });
}

/** Comes back. */
export function endPause(
  pauses: readonly QuietPause[],
  personId: PersonId,
  at: Instant,
): Accepted<PauseFact> {
  return pauseOf(pauses, personId) ? accept({ type: 'pause-ended', personId, at }) : accept();
}

/**
 * Whose pauses end with what has happened in the roster. Leaving ends one's own; a lost seat does not, for a phone that
 * sleeps during a pause has not gone. When nobody is left in the session, every pause is over.
 */
export function endWithLeaving(
  pauses: readonly QuietPause[],
  happened: readonly RosterFact[],
  somebodyIsLeft: boolean,
  at: Instant,
): readonly PauseFact[] {
  const gone = new Set(
    happened.flatMap((fact) =>
      fact.type === 'participant-left' && fact.why !== 'seat-lost' ? [fact.personId] : [],
    ),
  );
  return pauses
    .filter(({ personId }) => !somebodyIsLeft || gone.has(personId))
    .map(({ personId }) => ({ type: 'pause-ended', personId, at }));
}

/** Whether it asks something of the teachers: whoever is fine asks nothing. */
export function isWish(choice: PauseChoice | null | undefined): choice is PauseWish {
  return choice === 'check-on-me' || choice === 'want-to-talk';
}

/** How much longer a pause counts as being present; 0 when its time is over. `limitMs` is the course's, for each pause anew. */
export function presentMsLeft(pause: QuietPause, now: Instant, limitMs: number): number {
  // A clock that is a little behind the server's makes the limit no longer.
  return Math.max(0, Math.min(limitMs, pause.since + limitMs - now));
}

/** Whether somebody on pause counts as present at a moment of it. */
export function countsAsPresent(pause: QuietPause, at: Instant, limitMs: number): boolean {
  return at >= pause.since && presentMsLeft(pause, at, limitMs) > 0;
}

/** Carries the pauses one fact forward. They stand by their time, then by the person, the same on every machine. */
export function evolvePauses(pauses: readonly QuietPause[], fact: PauseFact): QuietPause[] {
  const others = pauses.filter(({ personId }) => personId !== fact.personId);
  if (fact.type === 'pause-ended') return others;
  return [...others, { personId: fact.personId, since: fact.at }].sort(comparePauses);
}

function comparePauses(a: QuietPause, b: QuietPause): number {
  if (a.since !== b.since) return a.since - b.since;
  return a.personId < b.personId ? -1 : 1;
}
