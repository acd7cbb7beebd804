import { comeIn, followPeople } from '#shared/features/session/breakout/rules.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import { type Keeping, keepBreakouts } from './keeping.ts';
import { presentIn, splitOf } from './repository.ts';

/** What those who have gone make of a split session, when their seats are saved: the session's row is locked. */
export async function followGoneInBreakouts(keeping: Keeping, sessionId: SessionId): Promise<void> {
  const split = await splitOf(keeping.tx, sessionId);
  if (!split) return;
  const present = await presentIn(keeping.tx, sessionId);
  // Nobody is left to be brought back: the rooms are closed, so that the same groups can go on another time.
  if (present.here.size === 0) return endBreakouts(keeping, sessionId);
  await keepBreakouts(keeping, sessionId, split, followPeople(split, present));
}

/** Whoever has just sat down and belongs in a room is in it. */
export async function followCameInBreakouts(
  keeping: Keeping,
  sessionId: SessionId,
  personId: PersonId,
): Promise<void> {
  const split = await splitOf(keeping.tx, sessionId);
  if (!split) return;
  const facts = comeIn(split, personId, await presentIn(keeping.tx, sessionId));
  await keepBreakouts(keeping, sessionId, split, facts);
}

/** All are back: its time was up, or the session is over. */
export async function endBreakouts(keeping: Keeping, sessionId: SessionId): Promise<void> {
  const split = await splitOf(keeping.tx, sessionId);
  if (!split) return;
  const ended = { type: 'breakouts-ended', by: null, at: keeping.now } as const;
  await keepBreakouts(keeping, sessionId, split, [ended]);
}
