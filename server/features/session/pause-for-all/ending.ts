import type { SessionFact } from '#shared/features/session/channel.ts';
import * as rules from '#shared/features/session/pause-for-all/rules.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { pauseForAllOf, savePauseForAll } from './repository.ts';

/** Ends the pause that is on, by a press or because the agenda goes on. The session's row is locked. */
export async function endPauseNow(
  tx: Tx,
  sessionId: SessionId,
  by: PersonId,
  at: Instant,
): Promise<readonly SessionFact[]> {
  const pause = await pauseForAllOf(tx, sessionId);
  const { facts } = rules.endPauseForAll(pause, by, at);
  if (facts.length === 0) return [];
  // What was marked is meant for this pause, and for no other.
  await savePauseForAll(tx, sessionId, null);
  await savePauseForAll(tx, sessionId, facts.reduce(rules.evolvePauseForAll, pause));
  return facts;
}
