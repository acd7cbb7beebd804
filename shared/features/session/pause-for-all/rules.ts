import { assertNever } from '#shared/kernel/assert-never.ts';
import { type Accepted, accept, type Decision, refuse } from '#shared/kernel/decision.ts';
import { type Instant, MINUTE_MS } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { PauseForAllFact } from './facts.ts';
import { LONGEST_PAUSE_MINUTES, type PauseForAll } from './model.ts';

/** When its time has come it is over, on every machine alike, and nobody has to end it. */
export function isPauseOn<Pause extends Pick<PauseForAll, 'endsAt'>>(
  pause: Pause | null,
  now: Instant,
): pause is Pause {
  return pause !== null && now < pause.endsAt;
}

/** Begins one. While one is on, the first counts. */
export function startPauseForAll(
  pause: PauseForAll | null,
  by: PersonId,
  minutes: number,
  at: Instant,
): Accepted<PauseForAllFact> {
  if (isPauseOn(pause, at)) return accept();
  return accept({ type: 'pause-for-all-started', by, at, endsAt: at + minutes * MINUTE_MS });
}

/** Makes it longer by some minutes, if it still ends when the screen showed: two presses lengthen it once. */
export function lengthenPauseForAll(
  pause: PauseForAll | null,
  by: PersonId,
  more: { readonly minutes: number; readonly endsAt: Instant },
  at: Instant,
): Decision<PauseForAllFact, 'no-pause' | 'already-changed' | 'too-long'> {
  if (!isPauseOn(pause, at)) return refuse('no-pause');
  if (pause.endsAt !== more.endsAt) return refuse('already-changed');
  const endsAt = pause.endsAt + more.minutes * MINUTE_MS;
  if (endsAt - at > LONGEST_PAUSE_MINUTES * MINUTE_MS) return refuse('too-long');
  return accept({ type: 'pause-for-all-lengthened', by, at, endsAt });
}

/** Ends it now. One that is over stays so. */
export function endPauseForAll(
  pause: PauseForAll | null,
  by: PersonId,
  at: Instant,
): Accepted<PauseForAllFact> {
  return isPauseOn(pause, at) ? accept({ type: 'pause-for-all-ended', by, at }) : accept();
}

/** Carries it one fact forward. */
export function evolvePauseForAll(
  pause: PauseForAll | null,
  fact: PauseForAllFact,
): PauseForAll | null {
  switch (fact.type) {
    case 'pause-for-all-started':
      return { by: fact.by, startedAt: fact.at, endsAt: fact.endsAt, ready: 0 };
    case 'pause-for-all-lengthened':
      return pause && { ...pause, endsAt: fact.endsAt };
    case 'pause-for-all-ended':
      // That it has been held is remembered; one that took no time was none.
      return pause && fact.at > pause.startedAt ? { ...pause, endsAt: fact.at, ready: 0 } : null;
    case 'ready-counted':
      return pause && { ...pause, ready: fact.ready };
    default:
      return assertNever(fact);
  }
}
