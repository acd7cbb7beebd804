import { roomOf } from '#shared/features/session/breakout/rules.ts';
import {
  evolveSession,
  type SessionFact,
  type SessionState,
} from '#shared/features/session/channel.ts';
import { placeInQueue, withdraw } from '#shared/features/session/hand-queue/rules.ts';
import { LEAD_HOLD_MS, SEAT_HOLD_MS, seatOf } from '#shared/features/session/roster/rules.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';

/** Whether somebody who lost the line at `since` still has the seat, as far as their own clock can tell. */
export function isSeatGivenUp(since: Instant, now: Instant): boolean {
  return now - since >= SEAT_HOLD_MS;
}

/** What goes with the seat: the word, or the place in the queue, of whoever has one. */
export type HeldWithSeat = 'seat' | 'hand' | 'word';

export function heldWithSeat(heard: SessionState | undefined, me: PersonId): HeldWithSeat {
  if (heard?.handQueue.word?.personId === me) return 'word';
  return heard && placeInQueue(heard.handQueue, me) > 0 ? 'hand' : 'seat';
}

/**
 * What is known of the session without having heard: the server gives up the lead, and then the seat with hand and word,
 * by the clock. Of the others nothing is known, so nothing of theirs changes here.
 */
export function seenWhileAway(
  heard: SessionState,
  me: PersonId,
  away: { readonly since: Instant; readonly now: Instant },
): SessionState {
  const awayMs = away.now - away.since;
  const facts: SessionFact[] = [];
  if (heard.roster.leadId === me && awayMs >= LEAD_HOLD_MS)
    facts.push({ type: 'lead-vacated', at: away.since + LEAD_HOLD_MS });
  if (isSeatGivenUp(away.since, away.now)) {
    const at = away.since + SEAT_HOLD_MS;
    if (seatOf(heard.roster, me))
      facts.push({ type: 'participant-left', personId: me, at, why: 'seat-lost' });
    facts.push(...withdraw(heard.handQueue, me, at));
    if (roomOf(heard.breakouts, me))
      facts.push({ type: 'people-moved', moves: [{ personId: me, to: null }], by: null });
  }
  return facts.reduce(evolveSession, heard);
}
